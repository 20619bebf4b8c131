package dev.entrepot.storage.token;

import dev.entrepot.storage.database.Database;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Page tokens ({@code NextToken}, {@code nextToken}): where to go on, sealed with this installation's secret. A token is good
 * only for the context it was issued in, so name there all that must not change between pages: owner, operation, filters.
 */
public final class PageTokens {
    private static final String MAC = "HmacSHA256";
    private static final int SEAL_BYTES = 16;
    private static final int LONGEST_TOKEN = 8192;
    /** Begins each token: command lines take one that begins with a hyphen for an option. */
    private static final String BEGIN = "t";

    private final SecretKeySpec key;

    private PageTokens(byte[] secret) {
        this.key = new SecretKeySpec(secret, MAC);
    }

    public static PageTokens of(Database database) {
        return new PageTokens(InstallationSecret.named("page-tokens", database));
    }

    /** A token of letters, digits, hyphens and underscores, a letter first, that carries {@code position}; readable by whoever gets it. */
    public String issue(String context, byte[] position) {
        ByteBuffer token = ByteBuffer.allocate(SEAL_BYTES + position.length);
        token.put(seal(context, position)).put(position);
        return BEGIN + Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** The position in {@code token}, or nothing when it was not issued here, not in this context, or was changed. */
    public Optional<byte[]> read(String context, String token) {
        if (token.length() > LONGEST_TOKEN || !token.startsWith(BEGIN)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token.substring(BEGIN.length()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < SEAL_BYTES) {
            return Optional.empty();
        }
        byte[] position = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
        byte[] seal = Arrays.copyOf(bytes, SEAL_BYTES);
        return MessageDigest.isEqual(seal, seal(context, position)) ? Optional.of(position) : Optional.empty();
    }

    private byte[] seal(String context, byte[] position) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            byte[] name = context.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
            mac.update(name);
            mac.update(position);
            return Arrays.copyOf(mac.doFinal(), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
