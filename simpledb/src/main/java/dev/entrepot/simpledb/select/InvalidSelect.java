package dev.entrepot.simpledb.select;

/** A select expression that cannot be run. */
public final class InvalidSelect extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong with it. */
    public enum Reason {
        /** It is not of the language. */
        SYNTAX,
        /** The limit is not a page size; the message is the number given. */
        LIMIT,
        /** It tests more attributes than it may. */
        TOO_MANY_ATTRIBUTES,
        /** It compares with more constants than it may. */
        TOO_MANY_COMPARISONS,
        /** The sort key is in no test, or only in one that demands it absent. */
        SORT
    }

    InvalidSelect(Reason reason, String message) {
        super(message, null, false, false); // the caller's fault: a stack trace would only cost
        this.reason = reason;
    }

    static InvalidSelect syntax(String message) {
        return new InvalidSelect(Reason.SYNTAX, message);
    }

    public Reason reason() {
        return reason;
    }
}
