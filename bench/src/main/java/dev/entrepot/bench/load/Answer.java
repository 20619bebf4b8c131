package dev.entrepot.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * A whole HTTP answer.
 *
 * @param bytes valid until the client's next request
 */
public record Answer(byte[] bytes, int length) {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    /** Whether an answer with a Content-Length, as the server always gives, has come to its end. */
    static boolean isWhole(byte[] bytes, int length) {
        int body = body(bytes, length);
        return body >= 0 && length >= body + contentLength(bytes, body);
    }

    public int status() {
        return (bytes[STATUS_AT] - '0') * 100 + (bytes[STATUS_AT + 1] - '0') * 10 + bytes[STATUS_AT + 2] - '0';
    }

    public String body() {
        int start = body(bytes, length);
        return new String(bytes, start, length - start, StandardCharsets.UTF_8);
    }

    private static int body(byte[] bytes, int length) {
        for (int i = 3; i < length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int contentLength(byte[] bytes, int end) {
        for (int i = 0; i < end - LENGTH.length; i++) {
            if (bytes[i] == '\n' && named(bytes, i + 1)) {
                int value = 0;
                for (int j = i + 1 + LENGTH.length; bytes[j] != '\r'; j++) {
                    value = bytes[j] == ' ' ? value : value * 10 + bytes[j] - '0';
                }
                return value;
            }
        }
        throw new IllegalStateException(
                "An answer has no Content-Length: " + new String(bytes, 0, end, StandardCharsets.UTF_8));
    }

    private static boolean named(byte[] bytes, int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((bytes[at + i] | 0x20) != LENGTH[i] && bytes[at + i] != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }
}
