package dev.entrepot.simpledb.select;

/** A select expression that cannot be run. */
public sealed class InvalidSelect extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private InvalidSelect(String message) {
        super(message, null, false, false); // the caller's fault: a stack trace would only cost
    }

    /** The expression is not of the language. */
    public static final class Syntax extends InvalidSelect {
        private static final long serialVersionUID = 1L;

        Syntax(String message) {
            super(message);
        }
    }

    /** The limit is not a page size; the message is the number given. */
    public static final class Limit extends InvalidSelect {
        private static final long serialVersionUID = 1L;

        Limit(String given) {
            super(given);
        }
    }
}
