package dev.entrepot.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An answer taken for whole too early would count requests that were never answered. */
class AnswerTest {
    private static final byte[] BYTES =
            "HTTP/1.1 404 Not Found\r\nDate: today\r\nContent-Length: 12\r\n\r\nline\r\n\r\nmore"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void isWholeWithTheLastByteOfItsBodyAndNotBefore() {
        for (int length = 0; length < BYTES.length; length++) {
            assertThat(Answer.isWhole(BYTES, length)).isFalse();
        }
        assertThat(Answer.isWhole(BYTES, BYTES.length)).isTrue();
    }

    @Test
    void tellsStatusAndBody() {
        var answer = new Answer(BYTES, BYTES.length);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("line\r\n\r\nmore");
    }
}
