package dev.entrepot.sesv2.source;

/** The record's form is not what its format asks for; the message says where. */
public final class RecordUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RecordUnreadable(String message) {
        super(message, null, false, false); // a file may hold a million of them
    }

    public static RecordUnreadable notUtf8() {
        return new RecordUnreadable("The record is not UTF-8.");
    }
}
