package dev.entrepot.mailmanager.smtp;

/** A command that is answered with a refusal. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    Refused(Reply reply) {
        super(reply.text(), null, false, false);
        this.reply = reply;
    }

    Refused(int code, String status, String text) {
        this(new Reply(code, status, text));
    }

    Reply reply() {
        return reply;
    }
}
