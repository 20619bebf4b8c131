package dev.entrepot.wire.schema;

/** An error that the contract models; generated exceptions extend it and protocols spell it. */
public abstract class ApiException extends RuntimeException implements Struct {
    private static final long serialVersionUID = 1L;

    protected ApiException(String message) {
        super(message, null, false, false); // an answer, not a fault of ours: no stack trace is worth its cost
    }
}
