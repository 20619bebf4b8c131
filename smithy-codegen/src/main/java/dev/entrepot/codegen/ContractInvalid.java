package dev.entrepot.codegen;

/** The contract cannot be turned into Java; the message says where and why, one finding a line. */
public final class ContractInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContractInvalid(String message) {
        super(message);
    }
}
