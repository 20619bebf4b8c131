package dev.entrepot.wire.auth;

import static dev.entrepot.wire.auth.AuthFailure.EXPIRED;
import static dev.entrepot.wire.auth.AuthFailure.MALFORMED;
import static dev.entrepot.wire.auth.AuthFailure.NOT_YET_CURRENT;
import static dev.entrepot.wire.auth.AuthFailure.SIGNATURE_MISMATCH;
import static dev.entrepot.wire.auth.AuthFailure.UNKNOWN_KEY;
import static dev.entrepot.wire.auth.Signed.assertRefused;
import static dev.entrepot.wire.auth.Signed.verify;
import static dev.entrepot.wire.auth.Signed.withQuery;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Why: a presigned URL is handed to strangers, so it must work as it is, for its own time only, and for nothing else. */
class PresignedTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a%2Fb", "/./a/../b", "/a//b/"})
    void odd_paths_and_queries_verify(String path) {
        assertThat(verify(Signed.presigned(get(path), HOUR)))
                .isEqualTo(new Caller("111122223333", "eu-west-3", "AKIDEXAMPLE"));
    }

    @Test
    void the_order_of_the_parameters_is_free() {
        var request = Signed.presigned(get("/"), HOUR);
        var parameters = Arrays.asList(request.rawQuery().split("&"));
        Collections.reverse(parameters);
        assertThat(verify(withQuery(request, String.join("&", parameters))).account())
                .isEqualTo("111122223333");
    }

    @Test
    void it_is_valid_from_a_window_before_its_time_until_its_own_end() {
        var request = Signed.presigned(get("/"), HOUR);
        for (var inside : new Duration[] {Duration.ofMinutes(-15), Duration.ofMinutes(16), HOUR}) {
            assertThat(at(inside).verify(request, Signed.SDB).account()).isEqualTo("111122223333");
        }
        assertRefused(at(HOUR.plusSeconds(1)), request, Signed.SDB, EXPIRED);
        assertRefused(at(Duration.ofMinutes(-15).minusSeconds(1)), request, Signed.SDB, NOT_YET_CURRENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "604801", "99999999999", "x", ""})
    void its_lifetime_is_a_second_to_a_week(String expires) {
        assertRefused(replaced("X-Amz-Expires=3600", "X-Amz-Expires=" + expires), MALFORMED);
    }

    @Test
    void a_lengthened_lifetime_breaks_the_signature() {
        assertRefused(replaced("X-Amz-Expires=3600", "X-Amz-Expires=7200"), SIGNATURE_MISMATCH);
    }

    @Test
    void a_body_added_to_it_is_refused() {
        assertRefused(Signed.withBody(Signed.presigned(get("/"), HOUR), "x"), SIGNATURE_MISMATCH);
    }

    @Test
    void a_parameter_of_the_signature_stands_there_once() {
        var request = Signed.presigned(get("/"), HOUR);
        assertRefused(withQuery(request, request.rawQuery() + "&X-Amz-Signature=" + "0".repeat(64)), MALFORMED);
    }

    @Test
    void a_missing_part_is_named() {
        for (String name : new String[] {"Algorithm", "Credential", "Date", "Expires", "SignedHeaders", "Signature"}) {
            var refusal = assertRefused(
                    Signed.verifierAt(Signed.NOW),
                    replaced("X-Amz-" + name + "=", "Y-Amz-" + name + "="),
                    Signed.SDB,
                    MALFORMED);
            assertThat(refusal).hasMessageContaining("X-Amz-" + name);
        }
    }

    @Test
    void a_session_token_is_unknown() {
        assertRefused(Signed.presigned(get("/").putRawQueryParameter("X-Amz-Security-Token", "t"), HOUR), UNKNOWN_KEY);
    }

    private static SignatureVerifier at(Duration after) {
        return Signed.verifierAt(Signed.NOW.plus(after));
    }

    private static HttpRequest replaced(String part, String other) {
        var request = Signed.presigned(get("/"), HOUR);
        assertThat(request.rawQuery()).contains(part);
        return withQuery(request, request.rawQuery().replace(part, other));
    }

    private static SdkHttpRequest.Builder get(String path) {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("https")
                .host("localhost")
                .port(4566)
                .encodedPath(path)
                .putRawQueryParameter("empty", "")
                .putRawQueryParameter("q", "a b+~*");
    }
}
