package dev.entrepot.cleanroomsml;

import dev.entrepot.cleanroomsml.contract.ValidationException;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.validation.SmithyMessages;
import dev.entrepot.wire.validation.Violation;
import java.util.List;

/** How Clean Rooms ML says that a request breaks the contract (dossier, section 1.13). */
final class ConstraintErrors {
    private ConstraintErrors() {}

    static WireError spell(List<Violation> violations) {
        return WireError.of(new ValidationException(SmithyMessages.of(violations)));
    }
}
