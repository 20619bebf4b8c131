package dev.entrepot.cleanroomsml.configured;

import dev.entrepot.cleanroomsml.contract.AudienceSizeConfig;
import dev.entrepot.cleanroomsml.contract.AudienceSizeType;
import dev.entrepot.cleanroomsml.contract.ValidationException;

/** What sizes must be like beside what the contract says (dossier, section 1.4). */
final class ConfiguredModelRules {
    private static final int WHOLE = 100;

    private ConfiguredModelRules() {}

    static void sizes(AudienceSizeConfig sizes) {
        boolean beyond = sizes.audienceSizeBins().stream().anyMatch(size -> size > WHOLE);
        if (sizes.audienceSizeType() == AudienceSizeType.PERCENTAGE && beyond) {
            throw new ValidationException("Percentage sizes must be between 1 and " + WHOLE);
        }
    }
}
