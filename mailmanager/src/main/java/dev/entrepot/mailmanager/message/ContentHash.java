package dev.entrepot.mailmanager.message;

import dev.entrepot.mailmanager.pack.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a message's exact bytes. */
public record ContentHash(ByteBuffer sha256) {
    private static final int PIECE = 64 * 1024;

    static ContentHash of(byte[] sha256) {
        return new ContentHash(ByteBuffer.wrap(sha256).asReadOnlyBuffer());
    }

    public static ContentHash of(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return of(in, content.size());
        }
    }

    /** @param size about how many bytes there are, for the piece to be read at a time */
    public static ContentHash of(InputStream in, long size) throws IOException {
        MessageDigest digest = digest();
        byte[] piece = new byte[Math.clamp(size, 1, PIECE)];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            digest.update(piece, 0, count);
        }
        return of(digest.digest());
    }

    /** The same bytes, hashed as they are read; at their end it fails when they are not those of this hash. */
    public InputStream checking(InputStream in) {
        return new DigestInputStream(in, digest()) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                if (count < 0 && !of(digest.digest()).equals(ContentHash.this)) {
                    throw new IOException("A stored message has other bytes than it was archived with");
                }
                return count;
            }
        };
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The first eight bytes: few messages share them that are not equal. */
    public long prefix() {
        return sha256.getLong(0);
    }

    byte[] bytes() {
        byte[] bytes = new byte[sha256.remaining()];
        sha256.get(0, bytes);
        return bytes;
    }

    /** In hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
