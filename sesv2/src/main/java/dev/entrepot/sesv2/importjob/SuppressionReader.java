package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.SuppressionListReason;

/** Reads records of suppressed destinations in one of the formats. */
interface SuppressionReader {
    /** A record as it stands. */
    record Given(String address, String reason) {
        /** @throws BadRequestException in the words of a request that has this */
        SuppressionListReason reasonGiven() {
            return switch (reason) {
                case "BOUNCE" -> SuppressionListReason.BOUNCE;
                case "COMPLAINT" -> SuppressionListReason.COMPLAINT;
                default ->
                    throw new BadRequestException("1 validation error detected: Value at 'reason' failed to satisfy"
                            + " constraint: Member must satisfy enum value set: [BOUNCE, COMPLAINT]");
            };
        }
    }

    /** All of a record, for PUT. */
    Given entry(byte[] record);

    /** Its address, for DELETE. */
    String address(byte[] record);
}
