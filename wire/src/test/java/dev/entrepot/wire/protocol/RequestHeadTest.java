package dev.entrepot.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two services may have the same paths; the scope that a request was signed for is what tells them apart. */
class RequestHeadTest {
    private static RequestHead head(String query, String... headers) {
        return RequestHead.of(new HttpRequest("POST", "/", query, Headers.of(headers), new byte[0]));
    }

    @Test
    void theServiceIsReadFromTheAuthorizationHeader() {
        RequestHead head = head(
                "",
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/ses/aws4_request, SignedHeaders=host, Signature=0");
        assertThat(head.scopedTo("ses")).isTrue();
        assertThat(head.scopedTo("sdb")).isFalse();
    }

    @Test
    void theServiceIsReadFromAPresignedQuery() {
        String scope = "X-Amz-Credential=AKID%2F20260101%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=x";
        assertThat(head(scope).scopedTo("s3")).isTrue();
        assertThat(head(scope.replace("%2F", "/")).scopedTo("s3")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 Credential=",
                "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/ses",
                "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/ses/aws4_request/more",
                "Basic Credential=AKID/20260101/us-east-1/ses/aws4_request"
            })
    void whatIsNoScopeNamesNoService(String authorization) {
        assertThat(head("", "Authorization", authorization).scopeService()).isEmpty();
    }

    @Test
    void aFormIsOneWhateverItsCharset() {
        assertThat(head("", "content-type", "Application/X-WWW-Form-Urlencoded; charset=utf-8")
                        .isForm())
                .isTrue();
        assertThat(head("", "content-type", "application/json").isForm()).isFalse();
    }

    @Test
    void rpcv2IsSpokenOnlyInTheOneSpellingOfItsHeader() {
        assertThat(head("", "Smithy-Protocol", "rpc-v2-cbor").speaksRpcV2()).isTrue();
        assertThat(head("", "Smithy-Protocol", "rpc-v2-json").speaksRpcV2()).isFalse();
    }
}
