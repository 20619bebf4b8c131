package dev.entrepot.mailmanager.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.james.mime4j.stream.RawField;

/** The text of a header field: unfolded, encoded words decoded, white space collapsed; what cannot be decoded stays as it is. */
final class HeaderText {
    private HeaderText() {}

    static String of(RawField field, EncodedWords words) {
        var raw = field.getRaw();
        if (raw == null) {
            return collapsed(field.getBody());
        }
        int start = Math.min(field.getDelimiterIdx() + 1, raw.length());
        byte[] bytes = Arrays.copyOfRange(raw.toByteArray(), start, raw.length());
        return plain(bytes).orElseGet(() -> {
            String text = text(ByteBuffer.wrap(bytes));
            return collapsed(text.contains("=?") ? words.decode(text) : text);
        });
    }

    /** Nearly every field is ASCII without encoded words, which is a text as soon as its white space is collapsed. */
    private static Optional<String> plain(byte[] bytes) {
        byte[] plain = new byte[bytes.length];
        int length = 0;
        boolean space = false;
        byte before = 0;
        for (byte b : bytes) {
            if (b < 0 || (b == '?' && before == '=')) {
                return Optional.empty();
            }
            before = b;
            if (b <= ' ') {
                space = true;
            } else {
                if (space && length > 0) {
                    plain[length++] = ' ';
                }
                space = false;
                plain[length++] = b;
            }
        }
        return Optional.of(new String(plain, 0, length, StandardCharsets.ISO_8859_1));
    }

    private static String text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1.decode(bytes).toString();
        }
    }

    private static String collapsed(String text) {
        var plain = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ') {
                space = true;
            } else {
                if (space && !plain.isEmpty()) {
                    plain.append(' ');
                }
                space = false;
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
