package dev.entrepot.e2e.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A presigned URL is how a result is handed to somebody without keys: it must open that one object and nothing else. */
class PresignedUrlTest {
    private static final String BUCKET = "shared";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static S3Presigner presigner;

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @BeforeAll
    static void bucket() {
        ENTREPOT.s3().createBucket(create -> create.bucket(BUCKET));
        presigner = ENTREPOT.presigner();
    }

    @AfterAll
    static void close() {
        HTTP.shutdownNow();
    }

    @Test
    void whoHasTheUrlReadsTheObjectAndNoOther() throws Exception {
        ENTREPOT.s3().putObject(put -> put.bucket(BUCKET).key("a b+ü"), RequestBody.fromString("content"));
        ENTREPOT.s3().putObject(put -> put.bucket(BUCKET).key("other"), RequestBody.fromString("secret"));
        String url = presigner
                .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                        .getObjectRequest(get -> get.bucket(BUCKET).key("a b+ü")))
                .url()
                .toString();
        assertThat(get(url).body()).isEqualTo("content");
        int path = url.indexOf('/', "http://".length());
        int query = url.indexOf('?');
        HttpResponse<String> other = get(url.substring(0, path) + "/shared/other" + url.substring(query));
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("<Code>SignatureDoesNotMatch</Code>");
        assertThat(get(url.substring(0, query)).statusCode()).isEqualTo(403);
        assertThat(get(url.replace("X-Amz-Expires=300", "X-Amz-Expires=301")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoHasTheUrlWritesTheObject() throws Exception {
        String url = presigner
                .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                        .putObjectRequest(
                                put -> put.bucket(BUCKET).key("uploaded").contentType("text/plain")))
                .url()
                .toString();
        var put = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString("by url"))
                .build();
        assertThat(HTTP.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        assertThat(ENTREPOT.s3()
                        .getObjectAsBytes(get -> get.bucket(BUCKET).key("uploaded"))
                        .asUtf8String())
                .isEqualTo("by url");
        assertThat(get(url).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}
