package dev.entrepot.wire.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A cursor over strict JSON (RFC 8259) in UTF-8. It stands at the first byte of a value, and what reads the value leaves it behind the last.
 * Texts have no bound of their own: none is longer than its body.
 */
final class JsonInput {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER = 1_000;
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private int position;
    private int depth;
    private boolean first;

    JsonInput(byte[] bytes) {
        Utf8.require(bytes);
        this.bytes = bytes;
        blanks();
    }

    static MalformedInput malformed() {
        return new MalformedInput("The request body is not well-formed JSON");
    }

    /** The byte at the cursor, which tells the type of a value; zero at the end, which begins none. */
    byte peek() {
        return position < bytes.length ? bytes[position] : 0;
    }

    private byte blanks() {
        byte next = peek();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            position++;
            next = peek();
        }
        return next;
    }

    private void require(char mark) {
        if (blanks() != mark) {
            throw malformed();
        }
        position++;
        blanks();
    }

    /** Goes into the object or list that begins here, until {@link #hasNext} comes to its end. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new MalformedInput("JSON is nested too deeply");
        }
        position++;
        first = true;
    }

    /** Whether another name or element follows, at which the cursor then stands. */
    boolean hasNext(char end) {
        byte next = blanks();
        if (next == end) {
            position++;
            depth--;
            first = false;
            return false;
        }
        if (!first) {
            require(',');
        }
        first = false;
        return true;
    }

    /** Whether the name here is spelt like this one, in quotes and with a colon; then the cursor goes on to its value. */
    boolean isName(byte[] json) {
        int end = position + json.length - 1;
        if (end > bytes.length || !Arrays.equals(bytes, position, end, json, 0, json.length - 1)) {
            return false;
        }
        position = end;
        require(':');
        return true;
    }

    /** The name here; the cursor goes on to its value. */
    String name() {
        if (peek() != '"') {
            throw malformed();
        }
        String name = text();
        require(':');
        return name;
    }

    /** Passes over {@code null}, if it is here. */
    boolean isNull() {
        return peek() == 'n' && literal(NULL);
    }

    boolean bool() {
        return peek() == 't' ? literal(TRUE) : !literal(FALSE);
    }

    private boolean literal(byte[] literal) {
        int end = position + literal.length;
        if (end > bytes.length || !Arrays.equals(bytes, position, end, literal, 0, literal.length)) {
            throw malformed();
        }
        position = end;
        return true;
    }

    /** The text whose quote is here. */
    String text() {
        int from = position + 1;
        position = JsonBytes.nextSpecial(bytes, from);
        if (peek() == '"') {
            return new String(bytes, from, position++ - from, StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        while (peek() == '\\') {
            text.append(new String(bytes, from, position - from, StandardCharsets.UTF_8));
            position++;
            escape(text);
            from = position;
            position = JsonBytes.nextSpecial(bytes, from);
        }
        if (peek() != '"') {
            throw malformed();
        }
        return text.append(new String(bytes, from, position++ - from, StandardCharsets.UTF_8))
                .toString();
    }

    private void escape(StringBuilder text) {
        byte escaped = peek();
        position++;
        switch (escaped) {
            case '"', '\\', '/' -> text.append((char) escaped);
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'u' -> unicode(text);
            default -> throw malformed();
        }
    }

    /** A lone surrogate, which UTF-8 cannot carry, would be lost in every store. */
    private void unicode(StringBuilder text) {
        char unit = hex();
        text.append(unit);
        if (Character.isSurrogate(unit)) {
            boolean paired = peek() == '\\' && position + 1 < bytes.length && bytes[position + 1] == 'u';
            position += 2;
            char low = paired ? hex() : 0;
            if (!Character.isSurrogatePair(unit, low)) {
                throw new MalformedInput("Text holds an unpaired surrogate");
            }
            text.append(low);
        }
    }

    private char hex() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw malformed();
            }
            unit = unit << 4 | digit;
            position++;
        }
        return (char) unit;
    }

    /** The number here, as it is spelt. */
    String number() {
        int from = position;
        if (peek() == '-') {
            position++;
        }
        if (peek() == '0') {
            position++;
        } else {
            digits();
        }
        if (peek() == '.') {
            position++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            position++;
            if (peek() == '+' || peek() == '-') {
                position++;
            }
            digits();
        }
        if (position - from > MAX_NUMBER) {
            throw new MalformedInput("Number out of range");
        }
        return new String(bytes, from, position - from, StandardCharsets.ISO_8859_1);
    }

    private void digits() {
        int from = position;
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
        if (position == from) {
            throw malformed();
        }
    }

    /** Passes over the value here, and all inside. */
    void skip() {
        switch (peek()) {
            case '{' -> {
                enter();
                while (hasNext('}')) {
                    name();
                    skip();
                }
            }
            case '[' -> {
                enter();
                while (hasNext(']')) {
                    skip();
                }
            }
            case '"' -> text();
            case 't', 'f' -> bool();
            case 'n' -> isNull();
            default -> number();
        }
    }

    /** Makes sure that nothing follows. */
    void end() {
        blanks();
        if (position < bytes.length) {
            throw new MalformedInput("Unexpected content after the JSON value");
        }
    }
}
