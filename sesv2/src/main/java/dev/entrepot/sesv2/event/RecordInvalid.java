package dev.entrepot.sesv2.event;

/** A record is no event; the message says why, for whoever loads it. */
final class RecordInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordInvalid(String reason) {
        super(reason, null, false, false); // a file may hold a million of them
    }
}
