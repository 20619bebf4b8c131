package dev.entrepot.wire.codec;

/** A message that is not of its format, or holds a value of another type than the contract's. */
public final class MalformedInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String member;
    private final String value;
    private final boolean union;

    public MalformedInput(String message) {
        this(message, "", "", false);
    }

    /** A union with none of its members, several, or an unknown one. */
    static MalformedInput union(String message) {
        return new MalformedInput(message, "", "", true);
    }

    private MalformedInput(String message, String member, String value, boolean union) {
        super(message, null, false, false); // the caller's fault: a stack trace would only cost
        this.member = member;
        this.value = value;
        this.union = union;
    }

    /** The same, naming the member by its wire name and the text that could not be read. */
    MalformedInput at(String wireName, String text) {
        return new MalformedInput(getMessage(), wireName, text, union);
    }

    /** The wire name of the member that could not be read; empty when no one member is to blame or the format does not tell. */
    public String member() {
        return member;
    }

    /** The text that could not be read as the member's type. */
    public String value() {
        return value;
    }

    /** Whether a union did not have exactly one of its members: some services call that a broken constraint. */
    public boolean isUnion() {
        return union;
    }
}
