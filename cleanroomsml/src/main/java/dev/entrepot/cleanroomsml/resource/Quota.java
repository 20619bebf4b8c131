package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.cleanroomsml.contract.ServiceQuotaExceededException;
import java.util.Optional;

/**
 * How many of something there may be (dossier, section 1.12).
 *
 * @param name as answers have it
 * @param most 0 for any number
 */
public record Quota(String name, int most) {
    public Quota {
        if (most < 0) {
            throw new IllegalArgumentException("No quota: " + most);
        }
    }

    /** @param present how many there are before one more is added */
    public void check(int present) {
        if (most > 0 && present >= most) {
            throw new ServiceQuotaExceededException(
                    "The quota is reached: " + name + ", at most " + most, Optional.of(name), Optional.of((double)
                            most));
        }
    }
}
