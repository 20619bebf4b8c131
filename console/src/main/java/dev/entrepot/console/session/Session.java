package dev.entrepot.console.session;

import dev.entrepot.wire.auth.Caller;

/**
 * A visitor who has logged in.
 *
 * @param csrf the token that forms of this session must carry
 */
public record Session(Caller caller, String csrf) {}
