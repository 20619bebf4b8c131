package dev.entrepot.cleanroomsml.model;

/**
 * The least that a model is trained on (dossier, section 2.1).
 *
 * @param users who have two interactions at least
 * @param records different interactions
 */
public record TrainingLimits(int users, long records) {
    public static final TrainingLimits AWS = new TrainingLimits(100_000, 1_000_000);
    /** Enough to learn something from. */
    public static final TrainingLimits SELF_HOSTED = new TrainingLimits(100, 1_000);

    public TrainingLimits {
        if (users < 2 || records < 2) {
            throw new IllegalArgumentException("Too little to train on: " + users + " users, " + records + " records");
        }
    }
}
