package dev.entrepot.wire.schema;

import java.nio.charset.StandardCharsets;

/** A member's name in the bytes that codecs compare and write. The arrays are shared: nobody writes to them. */
public final class EncodedName {
    private final byte[] utf8;
    private final byte[] json;

    EncodedName(String name) {
        this.utf8 = name.getBytes(StandardCharsets.UTF_8);
        this.json = json(name).getBytes(StandardCharsets.UTF_8);
    }

    private static String json(String name) {
        var json = new StringBuilder("\"");
        for (char c : name.toCharArray()) {
            if (c < ' ') {
                json.append("\\u%04X".formatted((int) c));
            } else {
                json.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return json.append("\":").toString();
    }

    /** The name alone. */
    public byte[] utf8() {
        return utf8;
    }

    /** As a member of a JSON object begins: in quotes, with a colon. */
    public byte[] json() {
        return json;
    }
}
