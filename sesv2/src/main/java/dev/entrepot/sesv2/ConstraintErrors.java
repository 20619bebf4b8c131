package dev.entrepot.sesv2;

import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.validation.CoralMessages;
import dev.entrepot.wire.validation.Violation;
import java.util.List;

/** How SES says that a request breaks the contract: it never repeats the value (SES dossier, section 1.7). */
final class ConstraintErrors {
    private ConstraintErrors() {}

    static WireError spell(List<Violation> violations) {
        return WireError.of(new BadRequestException(CoralMessages.withoutValues(violations)));
    }
}
