package dev.entrepot.server.configuration;

/** Something was set that cannot be; the message is a sentence for the person who set it. */
public final class InvalidConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidConfiguration(String sentence) {
        super(sentence);
    }
}
