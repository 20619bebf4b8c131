package dev.entrepot.cleanroomsml.model;

/**
 * What a model may be trained on (dossier, section 2.1).
 *
 * @param users the fewest, of those who have two interactions at least
 * @param records the fewest different interactions
 * @param zstdParquet whether Parquet files may be compressed with Zstandard
 */
public record TrainingLimits(int users, long records, boolean zstdParquet) {
    public static final TrainingLimits AWS = new TrainingLimits(100_000, 1_000_000, false);
    /** Enough to learn something from. */
    public static final TrainingLimits SELF_HOSTED = new TrainingLimits(100, 1_000, true);

    public TrainingLimits {
        if (users < 2 || records < 2) {
            throw new IllegalArgumentException("Too little to train on: " + users + " users, " + records + " records");
        }
    }
}
