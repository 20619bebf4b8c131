package dev.entrepot.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A client's parser breaks on an error of another protocol than it speaks, whether the service is unknown or we have failed (wire
 * dossier, section 2.2).
 */
class CallersProtocolTest {
    private Listener listener;

    @BeforeEach
    void start() {
        listener = Listener.start(
                InetAddress.getLoopbackAddress(),
                0,
                TestLimits.WIDE,
                () -> true,
                head -> {
                    if (head.rawPath().equals("/fail")) {
                        throw new IllegalStateException("jdbc:postgresql://secret");
                    }
                    return Optional.empty();
                },
                new NoObjectStore(),
                (_, _, _, _) -> {});
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private String answer(String requestLine, String fields) throws IOException {
        try (var client = new RawClient(listener.uri())) {
            return client.send(requestLine + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n")
                    .answer();
        }
    }

    private static String signedFor(String service) {
        return "Authorization: AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/" + service
                + "/aws4_request, SignedHeaders=host, Signature=0\r\n";
    }

    @ParameterizedTest
    @CsvSource({"/service/X/operation/Y, 404, UnknownOperationException", "/fail, 500, ServerError"})
    void cbor(String path, int status, String code) throws IOException {
        assertThat(answer("POST " + path, "smithy-protocol: rpc-v2-cbor\r\n"))
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("smithy-protocol: rpc-v2-cbor")
                .containsIgnoringCase("content-type: application/cbor")
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({"/, 400, UnknownOperationException", "/fail, 500, ServerError"})
    void awsJson(String path, int status, String code) throws IOException {
        assertThat(answer("POST " + path, "X-Amz-Target: Elsewhere.Do\r\n"))
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/x-amz-json-1.0")
                .contains("\"__type\":\"com.amazon.coral.service#" + code);
    }

    @ParameterizedTest
    @CsvSource({"/v1/speech, 404, UnknownOperationException", "/fail, 500, ServerError"})
    void restJson(String path, int status, String code) throws IOException {
        assertThat(answer("GET " + path, signedFor("polly")))
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("x-amzn-errortype: " + code)
                .containsIgnoringCase("content-type: application/json");
    }

    @Test
    void query() throws IOException {
        String form = "Content-Type: application/x-www-form-urlencoded\r\n";
        assertThat(answer("POST /", form + signedFor("sts")))
                .startsWith("HTTP/1.1 400")
                .contains("<ErrorResponse>", "<Code>InvalidAction</Code>");
    }

    /** A body that is never looked at must not be read as the next request. */
    @Test
    void theBodyForAnUnknownServiceIsNoRequest() throws IOException {
        try (var client = new RawClient(listener.uri())) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: Elsewhere.Do\r\nContent-Length: 37\r\n\r\n"
                    + "GET /bucket HTTP/1.1\r\nHost: x\r\n\r\n ");
            assertThat(client.answer()).startsWith("HTTP/1.1 400").contains("UnknownOperationException");
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "GET, /bucket/key?Action=x", "PUT, /bucket/key", "POST, /bucket?delete"})
    void s3(String method, String target) throws IOException {
        for (String fields : new String[] {"", signedFor("s3"), "Authorization: AWS AKID:c2ln\r\n"}) {
            assertThat(answer(method + " " + target, fields)).contains("<Code>NoSuchBucket</Code>");
        }
        String presigned = "X-Amz-Credential=AKID%2F20260101%2Fus-east-1%2Fs3%2Faws4_request";
        assertThat(answer(method + " " + target.replaceAll("\\?.*", "") + "?" + presigned, ""))
                .contains("<Code>NoSuchBucket</Code>");
    }

    @Test
    void ourOwnPagesAreOursHoweverTheyAreSigned() throws IOException {
        assertThat(answer("GET /_entrepot/health/ready", signedFor("sdb"))).startsWith("HTTP/1.1 200");
    }
}
