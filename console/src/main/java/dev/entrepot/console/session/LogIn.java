package dev.entrepot.console.session;

import dev.entrepot.wire.auth.Credential;
import dev.entrepot.wire.auth.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Checks an access key pair; a wrong secret and an unknown id cost the same time and are told in the same words. */
public final class LogIn {
    private static final Credential NOBODY = new Credential("nobody", "nothing", "000000000000");

    private final Credentials credentials;
    private final Attempts attempts;

    public LogIn(Credentials credentials, Attempts attempts) {
        this.credentials = credentials;
        this.attempts = attempts;
    }

    /** How it went. */
    public sealed interface Outcome {
        record Welcome(Credential credential) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Not even looked at. */
        record TooManyAttempts() implements Outcome {}
    }

    public Outcome attempt(String accessKeyId, String secretAccessKey) {
        if (!attempts.take(accessKeyId)) {
            return new Outcome.TooManyAttempts();
        }
        Optional<Credential> known = credentials.find(accessKeyId);
        // Of hashes, so that the time does not tell the secret's length either.
        boolean same = MessageDigest.isEqual(hash(known.orElse(NOBODY).secretAccessKey()), hash(secretAccessKey));
        if (known.isEmpty() || !same) {
            return new Outcome.Wrong();
        }
        attempts.giveBack(accessKeyId);
        return new Outcome.Welcome(known.get());
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
