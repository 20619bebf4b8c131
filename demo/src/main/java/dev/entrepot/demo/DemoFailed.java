package dev.entrepot.demo;

/** The demonstration could not go on; the message is a sentence for the person watching. */
final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailed(String sentence) {
        super(sentence);
    }

    DemoFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
