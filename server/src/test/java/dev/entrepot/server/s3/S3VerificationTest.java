package dev.entrepot.server.s3;

import static dev.entrepot.server.s3.S3Fixture.ALICE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** What a careless or hostile client sends must be refused in S3's words, change nothing, and never be an internal error. */
class S3VerificationTest {
    private static final Clock NOW = Clock.systemUTC();
    private static final byte[] TEXT = "some text".getBytes(UTF_8);
    private static final byte[] NOTHING = {};

    @TempDir
    Path directory;

    private S3Fixture fixture;
    private S3Client alice;
    private RawS3 raw;

    @BeforeEach
    void start() throws Exception {
        fixture = new S3Fixture(directory);
        alice = fixture.client(ALICE);
        alice.createBucket(b -> b.bucket("alices"));
        raw = new RawS3(fixture.uri);
    }

    @AfterEach
    void stop() {
        raw.close();
        alice.close();
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/",
        "GET,/alices",
        "PUT,/alices/k",
        "DELETE,/alices/k",
        "POST,/alices?delete",
        "GET,/healthz",
        "OPTIONS,/alices"
    })
    void nothingIsAnsweredToTheAnonymous(String method, String target) throws Exception {
        refused(403, "AccessDenied", raw.send(method, target, Map.of(), TEXT));
    }

    @Test
    void presignedUrlsWorkUntilTheyExpire() throws Exception {
        try (var presigner = fixture.presigner(ALICE)) {
            var put = presigner.presignPutObject(p -> p.signatureDuration(Duration.ofMinutes(1))
                    .putObjectRequest(b -> b.bucket("alices").key("a b").contentType("text/plain")));
            // As curl would: with a body type that makes servlets look for parameters in the body.
            assertThat(raw.send("PUT", target(put.url().toString()), Map.of("content-type", "text/plain"), TEXT)
                            .statusCode())
                    .isEqualTo(200);
            var get = presigner.presignGetObject(p -> p.signatureDuration(Duration.ofMinutes(1))
                    .getObjectRequest(b -> b.bucket("alices").key("a b")));
            String target = target(get.url().toString());
            assertThat(raw.send("GET", target, Map.of(), NOTHING).body()).isEqualTo("some text");
            refused(403, "SignatureDoesNotMatch", raw.send("GET", target.replace("a%20b", "other"), Map.of(), NOTHING));
            refused(403, "SignatureDoesNotMatch", raw.send("DELETE", target, Map.of(), NOTHING));
            refused(
                    403,
                    "AccessDenied",
                    raw.send("GET", target.replace("X-Amz-Expires=60", "X-Amz-Expires=0"), Map.of(), NOTHING));
        }
    }

    // A page out of a bucket has the console's origin: unrestrained, it could act for whoever is logged in there.
    @Test
    void whatABrowserOpensIsPutInASandboxAndNoClientSeesThat() throws Exception {
        alice.putObject(
                b -> b.bucket("alices").key("page.html").contentType("text/html"), RequestBody.fromString("<script>"));
        try (var presigner = fixture.presigner(ALICE)) {
            String target = target(presigner
                    .presignGetObject(p -> p.signatureDuration(Duration.ofMinutes(1))
                            .getObjectRequest(b -> b.bucket("alices").key("page.html")))
                    .url()
                    .toString());
            var opened = raw.send("GET", target, Map.of("sec-fetch-dest", "document"), NOTHING);
            assertThat(opened.body()).isEqualTo("<script>");
            assertThat(opened.headers().firstValue("content-security-policy")).contains("sandbox");
            var read = raw.send("GET", target, Map.of(), NOTHING);
            assertThat(read.headers().firstValue("content-security-policy")).isEmpty();
        }
    }

    @Test
    void theOldSchemeOfBotocoresPresignedUrlsWorksToo() throws Exception {
        alice.putObject(b -> b.bucket("alices").key("k"), RequestBody.fromString("text"));
        long expires = Instant.now().getEpochSecond() + 60;
        String good = oldScheme("GET", "/alices/k", expires);
        assertThat(raw.send("GET", good, Map.of(), NOTHING).body()).isEqualTo("text");
        refused(403, "SignatureDoesNotMatch", raw.send("PUT", good, Map.of(), TEXT));
        refused(403, "AccessDenied", raw.send("GET", oldScheme("GET", "/alices/k", expires - 120), Map.of(), NOTHING));
        String put = oldScheme("PUT", "/alices/form", expires);
        assertThat(raw.send("PUT", put, Map.of(), "a=1&b=2".getBytes(UTF_8)).statusCode())
                .isEqualTo(200);
        assertThat(alice.getObjectAsBytes(b -> b.bucket("alices").key("form")).asUtf8String())
                .isEqualTo("a=1&b=2");
    }

    @Test
    void anUploadInSignedChunksIsVerifiedToItsLastByte() throws Exception {
        assertThat(putChunked(UnaryOperator.identity()).statusCode()).isEqualTo(200);
        alice.deleteObject(b -> b.bucket("alices").key("k"));
        refused(403, "SignatureDoesNotMatch", putChunked(replace("some text", "Some text")));
        refused(403, "SignatureDoesNotMatch", putChunked(body -> replaceLastSignature(body)));
        refused(
                400,
                "BadDigest",
                putChunked(body ->
                        text(text(body).replaceFirst("x-amz-checksum-crc32:....", "x-amz-checksum-crc32:AAAA"))));
        refused(400, "InvalidArgument", putChunked(replace("9;", "-;")));
        assertThat(alice.listObjectsV2(b -> b.bucket("alices")).contents()).isEmpty();
    }

    @Test
    void aBodySignedWholeIsVerified() throws Exception {
        var signed = raw.sign(ALICE, NOW, "PUT", "/alices/k", TEXT, false);
        refused(400, "XAmzContentSHA256Mismatch", raw.send(signed.body(replace("some", "Some"))));
        assertThat(raw.send(signed).statusCode()).isEqualTo(200);
    }

    @Test
    void aHeaderAddedOnTheWayIsNoticed() throws Exception {
        var signed = raw.sign(ALICE, NOW, "PUT", "/alices/k", TEXT, false);
        refused(403, "AccessDenied", raw.send(signed.header("x-amz-meta-note", "added")));
    }

    @ParameterizedTest
    @ValueSource(ints = {-16, 16})
    void aRequestFromAnotherTimeIsRefused(int minutes) throws Exception {
        var clock = Clock.offset(NOW, Duration.ofMinutes(minutes));
        refused(403, "RequestTimeTooSkewed", raw.send(raw.sign(ALICE, clock, "GET", "/alices", NOTHING, false)));
    }

    @Test
    void aBodyBeyondTheLimitsIsRefusedBeforeItIsRead() throws Exception {
        var limits = new S3Limits(2000, 1000, 4000, Duration.ofMinutes(15));
        try (var small = new S3Fixture(directory.resolve("small"), limits);
                var client = new RawS3(small.uri)) {
            refused(
                    400,
                    "EntityTooLarge",
                    client.send(client.sign(ALICE, NOW, "PUT", "/alices/k", new byte[2001], true)));
            refused(
                    400,
                    "MaxMessageLengthExceeded",
                    client.send(client.sign(ALICE, NOW, "PUT", "/alices/k", new byte[1001], false)));
        }
    }

    @Test
    void aTargetThatIsNoUriIsRefused() throws Exception {
        try (var socket = new Socket(fixture.uri.getHost(), fixture.uri.getPort())) {
            socket.getOutputStream()
                    .write("GET /alices/%ZZ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            assertThat(text(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 400");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/_entrepot",
        "PUT,/alices/a%00b",
        "POST,/alices?uploads",
        "POST,/?delete",
        "POST,/alices/k",
        "GET,/alices?list-type=2&continuation-token=nonsense",
        "GET,/alices?max-keys=-1",
        "GET,/alices?list-type=3",
        "PUT,/alices/k?uploadId=../../x&partNumber=1",
        "PUT,/alices/k?uploadId=x",
        "GET,/alices/k?versionId=1",
        "GET,/..%2F..%2Fetc%2Fpasswd",
        "GET,/%2e%2e/%2e%2e/etc/passwd",
        "GET,/Alices/k",
        "POST,/alices/k?uploadId=00000000000000000000000000000000",
        "PUT,/alices?acl",
        "PUT,/",
        "DELETE,/",
        "DELETE,/alices/k?uploadId=nonsense",
        "PUT,/alices/k?acl",
        "GET,/alices/k?partNumber=x",
        "POST,/alices?delete"
    })
    void nonsenseIsTheCallersMistake(String method, String target) throws Exception {
        var answer = raw.send(raw.sign(ALICE, NOW, method, target, TEXT, false));
        if (answer.statusCode() == 501) {
            assertThat(answer.body()).contains("<Code>NotImplemented</Code>"); // S3's own word for it
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        }
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain(directory.toString());
    }

    /** S3Proxy reads XML by Jackson and Woodstox, whose bounds these are; the size is that of the body. */
    @Test
    void xmlIsBoundedInDepthAndNamesNoFiles() throws Exception {
        String end = "<LocationConstraint>us-east-1</LocationConstraint></CreateBucketConfiguration>";
        refusedXml("<CreateBucketConfiguration>" + "<LocationConstraint>".repeat(100_000));
        refusedXml("<CreateBucketConfiguration>" + "<x>".repeat(2_000) + "</x>".repeat(2_000) + end);
        refusedXml("<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><CreateBucketConfiguration>"
                + "<LocationConstraint>&a;</LocationConstraint></CreateBucketConfiguration>");
    }

    private void refusedXml(String xml) throws Exception {
        refused(400, "MalformedXML", raw.send(raw.sign(ALICE, NOW, "PUT", "/fresh", text(xml), false)));
    }

    private HttpResponse<String> putChunked(UnaryOperator<byte[]> change) throws Exception {
        return raw.send(raw.sign(ALICE, NOW, "PUT", "/alices/k", TEXT, true).body(change));
    }

    private static UnaryOperator<byte[]> replace(String from, String to) {
        return body -> text(text(body).replace(from, to));
    }

    private static byte[] replaceLastSignature(byte[] body) {
        return text(
                text(body).replaceFirst("(?s)\r\n0;chunk-signature=.{64}", "\r\n0;chunk-signature=" + "0".repeat(64)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static String target(String url) {
        return url.substring(url.indexOf("/", "http://".length()));
    }

    private static String oldScheme(String method, String path, long expires) throws Exception {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(ALICE.secretAccessKey().getBytes(UTF_8), "HmacSHA1"));
        String toSign = method + "\n\n\n" + expires + "\n" + path;
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(toSign.getBytes(UTF_8)));
        return path + "?AWSAccessKeyId=" + ALICE.accessKeyId() + "&Expires=" + expires + "&Signature="
                + URLEncoder.encode(signature, UTF_8);
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.body()).contains("<Code>" + code + "</Code>");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amz-request-id")).isPresent();
        assertThat(answer.headers().firstValue("x-amz-id-2")).isPresent();
    }
}
