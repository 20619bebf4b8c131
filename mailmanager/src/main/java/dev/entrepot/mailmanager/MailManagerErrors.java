package dev.entrepot.mailmanager;

import dev.entrepot.mailmanager.contract.AccessDeniedException;
import dev.entrepot.mailmanager.contract.ValidationException;
import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.NotAuthenticated;
import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.service.ErrorSpelling;
import dev.entrepot.wire.service.FrameworkFailure;
import dev.entrepot.wire.service.JsonErrorSpelling;
import dev.entrepot.wire.validation.CoralMessages;
import dev.entrepot.wire.validation.Violation;
import java.util.List;

/** How Mail Manager spells errors: a union with none or two of its members breaks a constraint (dossier, section 0.1). */
record MailManagerErrors(JsonErrorSpelling general) implements ErrorSpelling {
    static MailManagerErrors with(JsonErrorSpelling.Statuses statuses) {
        return new MailManagerErrors(new JsonErrorSpelling(
                statuses, violations -> WireError.of(new ValidationException(CoralMessages.of(violations)))));
    }

    @Override
    public WireError undecodable(MalformedInput malformed) {
        return malformed.isUnion()
                ? WireError.of(new ValidationException(String.valueOf(malformed.getMessage())))
                : general.undecodable(malformed);
    }

    @Override
    public WireError notAuthenticated(NotAuthenticated failure) {
        return general.notAuthenticated(failure);
    }

    @Override
    public WireError accessDenied(AccessDenied denied) {
        return WireError.of(new AccessDeniedException(denied.getMessage()));
    }

    @Override
    public WireError framework(FrameworkFailure failure, String detail) {
        return general.framework(failure, detail);
    }

    @Override
    public WireError invalid(List<Violation> violations) {
        return general.invalid(violations);
    }
}
