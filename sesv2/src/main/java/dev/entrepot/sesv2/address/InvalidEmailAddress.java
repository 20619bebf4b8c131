package dev.entrepot.sesv2.address;

/** A text is no address that SES takes; the message is the API's own (SES dossier, section 2.8). */
public final class InvalidEmailAddress extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_SHOWN = 1_024;

    private InvalidEmailAddress(String message) {
        super(message, null, false, false); // a file may hold a million of them
    }

    static InvalidEmailAddress blank() {
        return new InvalidEmailAddress("EmailAddress can't be blank.");
    }

    static InvalidEmailAddress of(String text) {
        String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
        return new InvalidEmailAddress("EmailAddress <" + shown + "> is invalid");
    }
}
