package dev.entrepot.wire.codec;

/** A message that is not of its format, or holds a value of another type than the contract's. */
public final class MalformedInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String member;
    private final String value;

    public MalformedInput(String message) {
        this(message, "", "");
    }

    private MalformedInput(String message, String member, String value) {
        super(message, null, false, false); // the caller's fault: a stack trace would only cost
        this.member = member;
        this.value = value;
    }

    /** The same, naming the member by its wire name and the text that could not be read. */
    MalformedInput at(String wireName, String text) {
        return new MalformedInput(getMessage(), wireName, text);
    }

    /** The wire name of the member that could not be read; empty when no one member is to blame or the format does not tell. */
    public String member() {
        return member;
    }

    /** The text that could not be read as the member's type. */
    public String value() {
        return value;
    }
}
