package dev.entrepot.simpledb.select;

/** A select took longer than it may. */
public final class SelectTimedOut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SelectTimedOut() {
        super("A select took longer than it may", null, false, false); // an answer, not a fault of ours
    }
}
