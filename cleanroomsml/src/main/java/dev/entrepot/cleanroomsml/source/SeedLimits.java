package dev.entrepot.cleanroomsml.source;

/** How many different users a seed may have (dossier, section 2.3). */
public record SeedLimits(int least, int most) {
    public static final SeedLimits AWS = new SeedLimits(25, 500_000);

    public SeedLimits {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException("No sizes of a seed: " + least + " to " + most);
        }
    }
}
