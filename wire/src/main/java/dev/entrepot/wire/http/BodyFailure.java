package dev.entrepot.wire.http;

/** Why the body of a request could not be handed to whoever claimed the request. */
public enum BodyFailure {
    /** It is larger than the claim allows. */
    TOO_LARGE,
    /** It did not arrive in time. */
    TOO_SLOW,
    /** It broke off, or is not framed as its head says. */
    BROKEN_OFF,
    /** The bodies of other requests fill the memory for all; later there may be room. */
    NO_ROOM
}
