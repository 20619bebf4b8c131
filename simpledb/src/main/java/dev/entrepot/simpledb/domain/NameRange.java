package dev.entrepot.simpledb.domain;

/**
 * Item names from one, inclusive, to another, exclusive, by their UTF-8 bytes.
 *
 * @param from hexadecimal bytes; empty for the first name
 * @param to hexadecimal bytes; {@link #END} for no bound
 */
public record NameRange(String from, String to) {
    /** Above every name, since UTF-8 has no byte 0xFF. */
    public static final String END = "ff";

    public static final NameRange ALL = new NameRange("", END);
}
