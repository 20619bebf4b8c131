package dev.entrepot.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a browser sends must arrive byte for byte, and what no browser sends must end in a refusal, not in a guess. */
class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=----b";
    private static final String FIELD = "------b\r\nContent-Disposition: form-data; name=\"prefix\"\r\n\r\nmany/ä\r\n";
    private static final String FILE =
            "------b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: image/png\r\n\r\n";

    private static Form parse(String type, String body) {
        return Multipart.parse(type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fieldsAndFileComeAsTheyWereSent() throws IOException {
        String content = "\r\n--\r\n----b\r\n\r\n------\0ü";
        Form form = parse(TYPE, FIELD + FILE.formatted("C:\\pictures\\Löwe.png") + content + "\r\n------b--\r\n");
        assertThat(form.fields().get("prefix")).isEqualTo("many/ä");
        Upload file = form.file().orElseThrow();
        assertThat(file.name()).isEqualTo("Löwe.png");
        assertThat(file.contentType()).isEqualTo("image/png");
        assertThat(file.content().readAllBytes()).isEqualTo(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEmptyFileIsOneAndNoChoiceIsNone() throws IOException {
        String end = "\r\n------b--";
        assertThat(parse(TYPE, FILE.formatted("empty") + end)
                        .file()
                        .orElseThrow()
                        .content()
                        .readAllBytes())
                .isEmpty();
        assertThat(parse(TYPE, FILE.formatted("") + end).file()).isEmpty();
    }

    @Test
    void whatIsNotWholeIsRefused() {
        for (String body :
                new String[] {"", "------b", FIELD, FIELD + "------b", FIELD + "------b\r\n", "x" + FIELD, "------bx--"
                }) {
            assertThatThrownBy(() -> parse(TYPE, body)).describedAs(body).isInstanceOf(BadForm.class);
        }
        assertThatThrownBy(() -> parse("multipart/form-data", FIELD + "------b--"))
                .isInstanceOf(BadForm.class);
        assertThatThrownBy(() -> parse(TYPE, FIELD.repeat(101) + "------b--")).isInstanceOf(BadForm.class);
    }
}
