package dev.entrepot.wire.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why: with two signatures in a request, what one part of the server checks could differ from what another acts on. */
class SignedTwiceTest {
    private static final SignatureRules CLASSIC = SignatureRules.version4Or2("service");

    @ParameterizedTest
    @ValueSource(strings = {"X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "AWSAccessKeyId", "Signature"})
    void a_signature_in_header_and_query_is_refused(String parameter) {
        refused(Signed.withQuery(Vectors.vanilla("GET"), parameter + "=x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic dXNlcjpwYXNz"})
    void a_second_authorization_header_is_refused(String second) {
        var headers = Headers.builder();
        Vectors.vanilla("GET").headers().forEach(headers::add);
        headers.add("Authorization", second);
        refused(new HttpRequest("GET", "/", "", headers.build(), new byte[0]));
    }

    /** Else one of two dates could be shown to the signature and the other to the clock. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_second_date_breaks_the_signature_before_and_behind_the_first(boolean before) {
        var signed = Vectors.vanilla("GET").headers();
        var headers = Headers.builder();
        if (before) {
            headers.add("X-Amz-Date", "20150830T123601Z");
        }
        signed.forEach(headers::add);
        if (!before) {
            headers.add("X-Amz-Date", "20150830T123601Z");
        }
        var request = new HttpRequest("GET", "/", "", headers.build(), new byte[0]);
        Signed.assertRefused(Signed.verifierAt(Vectors.TIME), request, CLASSIC, AuthFailure.SIGNATURE_MISMATCH);
    }

    private static void refused(HttpRequest request) {
        var verifier = Signed.verifierAt(Vectors.TIME);
        assertThat(Signed.assertRefused(verifier, request, CLASSIC, AuthFailure.MALFORMED))
                .hasMessage("A request is signed once: in one Authorization header or in its query.");
    }
}
