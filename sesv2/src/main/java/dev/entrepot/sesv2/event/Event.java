package dev.entrepot.sesv2.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Something that happened to a message on its way to one recipient.
 *
 * @param recipient an address, its domain in lower case
 * @param digest the same for the same event however often and in whatever form it is told, another for any other
 */
public record Event(Mail mail, String recipient, Happening happening, String digest) {
    private static final int DIGEST_BYTES = 16;

    /** @param mark what else tells this event from others of its type and moment: a feedback id, a link */
    static Event of(Mail mail, String recipient, Happening happening, String mark) {
        String text = happening.type() + "\n" + happening.at() + "\n" + mark;
        byte[] digest = Arrays.copyOf(sha256(text.getBytes(StandardCharsets.UTF_8)), DIGEST_BYTES);
        return new Event(
                mail,
                recipient,
                happening,
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
