package dev.entrepot.mailmanager.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.stream.RawField;

/** The text of a header field: unfolded, encoded words decoded, white space collapsed; what cannot be decoded stays as it is. */
final class HeaderText {
    private HeaderText() {}

    static String of(RawField field, EncodedWords words) {
        String raw = text(field);
        return collapsed(raw.contains("=?") ? words.decode(raw) : raw);
    }

    private static String text(RawField field) {
        var raw = field.getRaw();
        if (raw == null) {
            return field.getBody();
        }
        int start = Math.min(field.getDelimiterIdx() + 1, raw.length());
        var bytes = ByteBuffer.wrap(raw.toByteArray(), start, raw.length() - start);
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
