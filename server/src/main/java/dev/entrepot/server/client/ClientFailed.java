package dev.entrepot.server.client;

/** What a server was asked for could not be done; the message is a sentence for whoever typed the command. */
public final class ClientFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClientFailed(String sentence) {
        super(sentence);
    }

    ClientFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
