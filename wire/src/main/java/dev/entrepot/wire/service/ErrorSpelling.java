package dev.entrepot.wire.service;

import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.NotAuthenticated;
import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.validation.Violation;
import java.util.List;

/** How one service spells the errors that its contract does not model. */
public interface ErrorSpelling {
    WireError notAuthenticated(NotAuthenticated failure);

    WireError accessDenied(AccessDenied denied);

    /** @param detail what the caller asked for or did wrong; goes into the message where the service's text has a place for it */
    WireError framework(FrameworkFailure failure, String detail);

    WireError undecodable(MalformedInput malformed);

    /** @param violations at least one */
    WireError invalid(List<Violation> violations);
}
