package dev.entrepot.wire.auth;

import static dev.entrepot.wire.auth.AuthFailure.MALFORMED;
import static dev.entrepot.wire.auth.AuthFailure.MISSING_TOKEN;
import static dev.entrepot.wire.auth.AuthFailure.SIGNATURE_MISMATCH;
import static dev.entrepot.wire.auth.AuthFailure.UNKNOWN_KEY;
import static dev.entrepot.wire.auth.AuthFailure.WRONG_SCOPE;
import static dev.entrepot.wire.auth.Signed.assertRefused;
import static dev.entrepot.wire.auth.Signed.verify;
import static dev.entrepot.wire.auth.Signed.withHeader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Why: unmodified SDKs sign in this way, and whatever they can put in a request must verify while all else is refused. */
class Version4HeaderTest {
    private static final String BODY = "{\"domainName\":\"caf\u00e9\"}";

    @Test
    void the_caller_is_the_keys_account_in_the_region_signed_for() {
        assertThat(verify(Signed.byHeader(post("/v2/StartDomainExport"), BODY)))
                .isEqualTo(new Caller("111122223333", "eu-west-3", "AKIDEXAMPLE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/a%2Fb",
                "/a%2F..%2Fb",
                "/./a",
                "/a/./b",
                "/a/../b",
                "/a//b",
                "//a",
                "/a/",
                "/a%20b/c~d",
                "/caf%C3%A9",
                "/a:b@c!$&'()*+,;=",
                "/%7E",
                "/.hidden/..x/y...",
                "/a/b/../../c/",
                "/%2e%2E/x"
            })
    void odd_paths_verify(String path) {
        assertThat(verify(Signed.byHeader(post(path), BODY)).account()).isEqualTo("111122223333");
    }

    @Test
    void odd_query_parameters_verify() {
        var request = post("/v2/x")
                .putRawQueryParameter("empty", "")
                .putRawQueryParameter("repeated", List.of("b", "a", "b", "A"))
                .putRawQueryParameter("+ *~/?&=%", "+ *~/?&=%")
                .putRawQueryParameter("a", "\u00e9\ud83d\ude00")
                .putRawQueryParameter("a-b", "")
                .putRawQueryParameter("a.b", "1");
        assertThat(verify(Signed.byHeader(request, BODY)).account()).isEqualTo("111122223333");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k=a%20b&n=&t=~*%2B", "k=a+b&n=&t=%7E%2A%2b", "t=~*%2B&n&k=a+b", "&n=&&t=~*%2B&k=a%20b&"})
    void a_query_verifies_however_the_client_wrote_it(String query) {
        var request = post("/")
                .putRawQueryParameter("k", "a b")
                .putRawQueryParameter("n", "")
                .putRawQueryParameter("t", "~*+");
        assertThat(verify(Signed.withQuery(Signed.byHeader(request, ""), query)).account())
                .isEqualTo("111122223333");
    }

    @Test
    void repeated_empty_and_blank_laden_headers_verify() {
        var request = post("/")
                .putHeader("X-Amz-Meta-Repeated", List.of("b", " a  b ", "a"))
                .putHeader("X-Amz-Meta-Blank", "   a   b\t\tc  \" d  e \"  ")
                .putHeader("X-Amz-Meta-Empty", "");
        assertThat(verify(Signed.byHeader(request, BODY)).account()).isEqualTo("111122223333");
    }

    @Test
    void the_host_verifies_with_its_port() {
        var request = Signed.byHeader(post("/"), BODY);
        assertThat(request.header("host")).hasValue("localhost:4566");
        assertRefused(withHeader(request, "host", "localhost"), SIGNATURE_MISMATCH);
    }

    @Test
    void a_request_without_a_stated_body_hash_is_judged_by_its_body() {
        // botocore states the hash to S3 only; the published vectors have none either
        refusedVector(Signed.withBody(Vectors.vanilla("POST"), "x"), SIGNATURE_MISMATCH);
    }

    @Test
    void a_body_that_differs_from_its_stated_hash_is_named_as_the_cause() {
        var altered = Signed.withBody(Signed.byHeader(post("/"), BODY), "x");
        assertThat(assertRefused(Signed.verifierAt(Signed.NOW), altered, Signed.SDB, SIGNATURE_MISMATCH))
                .hasMessage("x-amz-content-sha256 is not the SHA-256 of the body received.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "abc"})
    void a_body_that_is_left_unsigned_is_refused(String stated) {
        assertRefused(withHeader(Signed.byHeader(post("/"), BODY), "x-amz-content-sha256", stated), MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-amz-target", "x-amz-content-sha256"})
    void a_deciding_header_added_after_signing_is_refused(String name) {
        refusedVector(withHeader(Vectors.vanilla("GET"), name, "x"), MALFORMED);
    }

    @Test
    void the_date_must_be_signed() {
        refusedVector(Vectors.vanilla("GET", "host"), MALFORMED);
    }

    @Test
    void host_must_be_signed() {
        var request = Signed.byHeader(post("/"), BODY);
        String unsigned = request.header("authorization").orElseThrow().replace("host;", "");
        assertRefused(withHeader(request, "authorization", unsigned), MALFORMED);
    }

    @Test
    void a_signed_header_lost_on_the_way_is_named() {
        var request = Signed.byHeader(post("/").putHeader("X-Amz-Meta-Lost", "1"), BODY);
        assertThat(assertRefused(
                        Signed.verifierAt(Signed.NOW),
                        withHeader(request, "x-amz-meta-lost", ""),
                        Signed.SDB,
                        MALFORMED))
                .hasMessageContaining("x-amz-meta-lost");
    }

    @Test
    void an_unsigned_request_is_told_so() {
        assertRefused(new HttpRequest("POST", "/", "", Headers.of("host", "localhost"), new byte[0]), MISSING_TOKEN);
    }

    @Test
    void an_unknown_key_and_a_wrong_secret_are_told_apart() {
        assertRefused(Signed.byHeader(post("/"), BODY, new Credential("AKIDOTHER", "s", "1"), "sdb"), UNKNOWN_KEY);
        assertRefused(
                Signed.byHeader(post("/"), BODY, new Credential("AKIDEXAMPLE", "s", "1"), "sdb"), SIGNATURE_MISMATCH);
    }

    @Test
    void a_session_token_is_unknown() {
        assertRefused(Signed.byHeader(post("/").putHeader("X-Amz-Security-Token", "t"), BODY), UNKNOWN_KEY);
    }

    @Test
    void a_signature_for_another_service_is_refused_with_the_right_ones_name() {
        var request = Signed.byHeader(post("/"), BODY, Signed.KEY, "ses");
        assertThat(assertRefused(Signed.verifierAt(Signed.NOW), request, Signed.SDB, WRONG_SCOPE))
                .hasMessage("Credential should be scoped to correct service: 'sdb'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic dXNlcjpwYXNz",
                "AWS4-ECDSA-P256-SHA256 Credential=a/20260101/sdb/aws4_request, SignedHeaders=host, Signature=00",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 Credential=a/20260101/r/sdb/aws4_request, SignedHeaders=host",
                "AWS4-HMAC-SHA256 Credential=a/b/20260101/r/sdb/aws4_request, SignedHeaders=host, Signature=00",
                "AWS4-HMAC-SHA256 Credential=a/20260101/r/sdb/aws4_request, SignedHeaders=x;host, Signature=00",
                "AWS4-HMAC-SHA256 Credential=a/20260101/r/sdb/aws4_request, SignedHeaders=Host, Signature=00",
                "AWS4-HMAC-SHA256 Credential=a/20260101/r/sdb/aws4_request, SignedHeaders=host;host, Signature=00"
            })
    void an_unreadable_authorization_is_incomplete(String authorization) {
        var request = Signed.byHeader(post("/"), BODY);
        var headers = Headers.builder();
        withHeader(request, "authorization", "").headers().forEach(headers::add);
        headers.add("authorization", authorization);
        assertRefused(new HttpRequest("POST", "/", "", headers.build(), request.body()), MALFORMED);
    }

    @Test
    void blanks_after_the_commas_of_the_authorization_are_free() {
        var request = Signed.byHeader(post("/"), BODY);
        String authorization = request.header("authorization").orElseThrow();
        assertThat(verify(withHeader(request, "authorization", authorization.replace(", ", ",")))
                        .account())
                .isEqualTo("111122223333");
    }

    @Test
    void what_has_no_bound_of_its_own_is_bounded() {
        var request = Signed.byHeader(post("/"), BODY);
        String authorization = request.header("authorization").orElseThrow();
        assertRefused(withHeader(request, "authorization", authorization + " ".repeat(9000)), MALFORMED);
        assertRefused(
                withHeader(request, "authorization", authorization.replace(";", ";a".repeat(101) + ";")), MALFORMED);
        assertRefused(Signed.withQuery(request, "a&".repeat(50_001)), MALFORMED);
        assertRefused(
                withHeader(request, "authorization", authorization.replace("eu-west-3", "e".repeat(65))), WRONG_SCOPE);
    }

    private static void refusedVector(HttpRequest request, AuthFailure why) {
        assertRefused(Signed.verifierAt(Vectors.TIME), request, SignatureRules.version4("service"), why);
    }

    private static SdkHttpRequest.Builder post(String path) {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .protocol("http")
                .host("localhost")
                .port(4566)
                .encodedPath(path)
                .putHeader("Content-Type", "application/json");
    }
}
