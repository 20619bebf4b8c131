package dev.entrepot.e2e.badinput;

import static dev.entrepot.e2e.badinput.Errors.assertClassic;
import static dev.entrepot.e2e.badinput.Errors.assertJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.SignedForm;
import dev.entrepot.e2e.fixture.SignedHttp.Draft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bodies that SDKs compress, signed as they are sent; and what looks like them. */
class CompressedTest {
    private static final Draft LIST =
            Draft.post("/v2/ListExports", "application/json", "{\"maxResults\":1}".getBytes(StandardCharsets.UTF_8));
    private static final Draft DOMAINS = SignedForm.post("Action=ListDomains&Version=2009-04-15");

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private static Answer send(Draft draft, String coding, byte[] body) {
        var encoded = new Draft(draft.method(), draft.target(), draft.headers(), body).with("Content-Encoding", coding);
        return ENTREPOT.http("sdb").send(encoded);
    }

    private static byte[] gzip(byte[] plain) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    @Test
    void gzipIsRead() {
        assertThat(send(LIST, "gzip", gzip(LIST.body())).json().get("exportSummaries"))
                .isEmpty();
        assertThat(send(DOMAINS, "gzip", gzip(DOMAINS.body())).status()).isEqualTo(200);
    }

    @Test
    void aBombIsTooLargeThoughItIsSmall() {
        byte[] bomb = gzip(new byte[32 << 20]);
        assertThat(bomb).hasSizeLessThan(64 * 1024);
        assertJson(send(LIST, "gzip", bomb), 413, "RequestEntityTooLargeException");
        assertClassic(send(DOMAINS, "gzip", bomb), 400, "InvalidHttpRequest");
    }

    @Test
    void brokenGzipIsMalformed() {
        byte[] whole = gzip(LIST.body());
        assertJson(send(LIST, "gzip", LIST.body()), 400, "SerializationException");
        assertJson(send(LIST, "gzip", Arrays.copyOf(whole, whole.length - 4)), 400, "SerializationException");
        assertClassic(send(DOMAINS, "gzip", DOMAINS.body()), 400, "InvalidHttpRequest");
    }

    @Test
    void otherCodingsAreUnsupported() {
        assertJson(send(LIST, "br", LIST.body()), 415, "UnsupportedMediaTypeException");
        assertJson(send(LIST, "gzip, gzip", gzip(gzip(LIST.body()))), 415, "UnsupportedMediaTypeException");
        assertClassic(send(DOMAINS, "br", DOMAINS.body()), 400, "InvalidHttpRequest");
    }
}
