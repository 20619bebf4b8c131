package dev.entrepot.sesv2.request;

import dev.entrepot.sesv2.address.EmailAddress;
import dev.entrepot.sesv2.address.InvalidEmailAddress;
import dev.entrepot.sesv2.contract.BadRequestException;

/** Members of requests as what they stand for. */
public final class Requested {
    private Requested() {}

    /** @throws BadRequestException for what is no address */
    public static EmailAddress address(String given) {
        try {
            return EmailAddress.of(given);
        } catch (InvalidEmailAddress invalid) {
            throw new BadRequestException(invalid.getMessage());
        }
    }
}
