package dev.entrepot.mailmanager.smtp;

/**
 * What a client is told.
 *
 * @param code three digits; the first says whether it went well, may be tried again, or may not
 * @param status the enhanced code (RFC 3463); empty where none belongs
 */
record Reply(int code, String status, String text) {
    static final Reply TIMEOUT = new Reply(421, "4.4.2", "Nothing came for too long");
    static final Reply STOPPING = new Reply(421, "4.3.2", "The server stops; try again later");
    static final Reply TOO_MANY_CONNECTIONS = new Reply(421, "4.3.2", "Too many connections; try again later");
    static final Reply UNWELL = new Reply(451, "4.3.0", "Could not be archived; try again later");
    static final Reply TOO_LARGE = new Reply(552, "5.3.4", "The message is too large");
    static final Reply CLOSED = new Reply(550, "5.2.1", "The archive takes in no mail");

    boolean isTransient() {
        return code / 100 == 4;
    }

    boolean isRefusal() {
        return code >= 400;
    }

    /** As it goes over the wire. */
    String line() {
        return code + " " + (status.isEmpty() ? text : status + " " + text) + "\r\n";
    }
}
