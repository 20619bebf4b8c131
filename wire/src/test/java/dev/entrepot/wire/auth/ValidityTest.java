package dev.entrepot.wire.auth;

import static dev.entrepot.wire.auth.AuthFailure.EXPIRED;
import static dev.entrepot.wire.auth.AuthFailure.MALFORMED;
import static dev.entrepot.wire.auth.AuthFailure.NOT_YET_CURRENT;
import static dev.entrepot.wire.auth.AuthFailure.SIGNATURE_MISMATCH;
import static dev.entrepot.wire.auth.AuthFailure.WRONG_SCOPE;
import static dev.entrepot.wire.auth.Signed.assertRefused;
import static dev.entrepot.wire.auth.Signed.withHeader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Why: a recorded request must be worthless soon, and a client with a wrong clock must be told by how much. */
class ValidityTest {
    private static final HttpRequest SIGNED = Signed.byHeader(
            SdkHttpRequest.builder()
                    .method(SdkHttpMethod.GET)
                    .protocol("http")
                    .host("localhost")
                    .encodedPath("/"),
            "");

    @ParameterizedTest
    @ValueSource(strings = {"PT14M59S", "PT15M", "-PT14M59S", "-PT15M"})
    void fifteen_minutes_either_way_are_allowed(Duration age) {
        assertThat(at(age).verify(SIGNED, Signed.SDB).account()).isEqualTo("111122223333");
    }

    @Test
    void an_older_signature_has_expired() {
        var refusal = assertRefused(at(Duration.ofMinutes(15).plusSeconds(1)), SIGNED, Signed.SDB, EXPIRED);
        assertThat(refusal)
                .hasMessage("Signature expired: 20260101T001000Z is now earlier than 20260101T001001Z"
                        + " (20260101T002501Z - 15 min.)");
    }

    @Test
    void one_from_further_ahead_is_not_yet_current() {
        var refusal = assertRefused(at(Duration.ofMinutes(-15).minusSeconds(1)), SIGNED, Signed.SDB, NOT_YET_CURRENT);
        assertThat(refusal)
                .hasMessage("Signature not yet current: 20260101T001000Z is still later than 20260101T000959Z"
                        + " (20251231T235459Z + 15 min.)");
    }

    @Test
    void the_scope_is_of_the_same_day() {
        String authorization = SIGNED.header("authorization").orElseThrow();
        assertRefused(withHeader(SIGNED, "authorization", authorization.replace("20260101", "20251231")), WRONG_SCOPE);
        assertRefused(withHeader(SIGNED, "authorization", authorization.replace("20260101", "2026010")), WRONG_SCOPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 01 Jan 2026 00:10:00 GMT",
                "2026-01-01T00:10:00Z",
                "2026-01-01T01:10:00+01:00",
                "20260101T001000Z"
            })
    void without_an_amz_date_the_date_header_tells_the_time(String date) {
        // the time is read, the scope's day agrees with it, and only the signature is over another header
        var request = withHeader(withHeader(SIGNED, "x-amz-date", ""), "date", date);
        String authorization = SIGNED.header("authorization").orElseThrow().replace("x-amz-date", "x-other");
        request = withHeader(withHeader(request, "authorization", authorization), "x-other", "1");
        assertRefused(request, SIGNATURE_MISMATCH);
        assertRefused(at(Duration.ofMinutes(16)), request, Signed.SDB, EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260101T001060Z",
                "20260230T001000Z",
                "20260101T00100\u0660Z",
                "now",
                "2026-01-01T00:10:00Z",
                "0"
            })
    void an_unreadable_time_is_refused(String time) {
        assertRefused(withHeader(SIGNED, "x-amz-date", time), MALFORMED);
        assertRefused(withHeader(withHeader(SIGNED, "x-amz-date", ""), "date", "the " + time), MALFORMED);
    }

    @Test
    void no_time_at_all_is_refused() {
        assertRefused(withHeader(SIGNED, "x-amz-date", ""), MALFORMED);
    }

    private static SignatureVerifier at(Duration age) {
        return Signed.verifierAt(Signed.NOW.plus(age));
    }
}
