package dev.entrepot.simpledb.load;

/** A record is no item; the message is the reason that its rejection gives. */
final class Unsuitable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsuitable(String reason) {
        super(reason, null, false, false); // there may be millions
    }
}
