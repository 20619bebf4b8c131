package dev.entrepot.wire.protocol;

/** The request names no operation of the service. */
public final class UnknownOperation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong with the name. */
    public enum Reason {
        /** No name was given where the protocol wants one. */
        MISSING,
        /** The service has no such operation. */
        UNKNOWN,
        /** Operations of this protocol are not called with this HTTP method. */
        METHOD,
        /** The operation was asked for in a version of the API that the service does not have. */
        VERSION
    }

    /** @param name the operation, version or method asked for, empty when there was none */
    public UnknownOperation(Reason reason, String name) {
        super(name, null, false, false); // the caller's fault: a stack trace would only cost
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The operation, version or method asked for. */
    public String name() {
        return getMessage();
    }
}
