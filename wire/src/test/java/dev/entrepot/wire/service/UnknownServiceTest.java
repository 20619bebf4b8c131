package dev.entrepot.wire.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.BodyFailure;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client pointed here for a service that is not here must get an error it can read, and S3's requests must pass by. */
class UnknownServiceTest {
    private static final UnknownService ENDPOINT = new UnknownService();
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    private static HttpRequest request(String method, String path, String query, String... headers) {
        return new HttpRequest(method, path, query, Headers.of(headers), new byte[0]);
    }

    private static String signedFor(String service) {
        return "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/" + service
                + "/aws4_request, SignedHeaders=host, Signature=0";
    }

    private static HttpResponse answer(HttpRequest request) {
        return ENDPOINT.claim(request).orElseThrow().handle(request);
    }

    private static void assertAnswer(HttpResponse response, int status, String type, String... texts) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("content-type")).contains(type);
        assertThat(response.headers().first("x-amzn-requestid")).isPresent();
        assertThat(Spoken.errorType(response)).contains(texts).contains("does not have the service");
    }

    @Test
    void cborIsAnsweredInCbor() {
        HttpResponse response =
                answer(request("POST", "/service/Elsewhere/operation/Get", "", "smithy-protocol", "rpc-v2-cbor"));
        assertAnswer(response, 404, "application/cbor", "UnknownOperationException");
        assertThat(response.headers().first("smithy-protocol")).contains("rpc-v2-cbor");
        assertAnswer(
                answer(request("GET", "/bucket/key", "", "smithy-protocol", "rpc-v2-cbor")),
                404,
                "application/cbor",
                "UnknownOperationException");
    }

    @Test
    void aTargetIsAnsweredInAwsJson() {
        HttpRequest request = request(
                "POST",
                "/",
                "",
                "x-amz-target",
                "DynamoDB_20120810.ListTables",
                "authorization",
                signedFor("dynamodb"));
        assertAnswer(answer(request), 400, "application/x-amz-json-1.0", "\"__type\"", "UnknownOperationException");
    }

    @Test
    void aFormIsAnsweredAsTheQueryProtocolDoes() {
        HttpRequest post = request("POST", "/", "", "content-type", FORM, "authorization", signedFor("sts"));
        assertAnswer(answer(post), 400, "text/xml", "<ErrorResponse>", "<Code>InvalidAction</Code>");
        HttpRequest get = request("GET", "/", "Action=ListUsers&Version=2010-05-08", "authorization", signedFor("iam"));
        assertAnswer(answer(get), 400, "text/xml", "<ErrorResponse>", "<Code>InvalidAction</Code>");
    }

    @Test
    void aScopeOfNobodyHereIsAnsweredInJson() {
        HttpRequest header = request("GET", "/2015-03-31/functions/", "", "authorization", signedFor("lambda"));
        assertAnswer(answer(header), 404, "application/json", "UnknownOperationException");
        String presigned = "X-Amz-Credential=AKID%2F20260101%2Fus-east-1%2Fpolly%2Faws4_request";
        assertAnswer(
                answer(request("GET", "/v1/speech", presigned)), 404, "application/json", "UnknownOperationException");
    }

    /** It could be S3's, or a stranger's, and S3 refuses both in a form that browsers and SDKs read. */
    @ParameterizedTest
    @ValueSource(strings = {"s3", "s3express", "s3-outposts"})
    void whatIsSignedForS3IsLeftToIt(String service) {
        assertThat(ENDPOINT.claim(request("POST", "/", "", "content-type", FORM, "authorization", signedFor(service))))
                .isEmpty();
        assertThat(ENDPOINT.claim(request(
                        "GET", "/b/k", "X-Amz-Credential=AKID/20260101/us-east-1/" + service + "/aws4_request")))
                .isEmpty();
    }

    @Test
    void whatNamesNoServiceIsLeftToS3() {
        assertThat(ENDPOINT.claim(request("GET", "/", ""))).isEmpty();
        assertThat(ENDPOINT.claim(request("GET", "/bucket/key", "Action=x"))).isEmpty();
        assertThat(ENDPOINT.claim(request("POST", "/bucket", "", "content-type", FORM)))
                .isEmpty();
        assertThat(ENDPOINT.claim(request("GET", "/bucket/key", "", "authorization", "AWS AKID:c2lnbmF0dXJl")))
                .isEmpty();
        assertThat(ENDPOINT.claim(request("GET", "/b/k", "AWSAccessKeyId=AKID&Expires=1&Signature=x")))
                .isEmpty();
    }

    @Test
    void theAnswerDoesNotDependOnTheBody() {
        HttpRequest request = request("POST", "/", "", "x-amz-target", "Elsewhere.Get");
        var claim = ENDPOINT.claim(request).orElseThrow();
        for (BodyFailure failure : BodyFailure.values()) {
            assertThat(claim.refuse(failure).status()).isEqualTo(400);
            assertThat(new String(claim.refuse(failure).body(), StandardCharsets.UTF_8))
                    .contains("UnknownOperationException");
        }
    }
}
