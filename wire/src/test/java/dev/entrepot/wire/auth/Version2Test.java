package dev.entrepot.wire.auth;

import static dev.entrepot.wire.auth.AuthFailure.EXPIRED;
import static dev.entrepot.wire.auth.AuthFailure.INVALID_PARAMETER;
import static dev.entrepot.wire.auth.AuthFailure.MALFORMED;
import static dev.entrepot.wire.auth.AuthFailure.MISSING_PARAMETER;
import static dev.entrepot.wire.auth.AuthFailure.MISSING_TOKEN;
import static dev.entrepot.wire.auth.AuthFailure.NOT_YET_CURRENT;
import static dev.entrepot.wire.auth.AuthFailure.PARAMETER_COMBINATION;
import static dev.entrepot.wire.auth.AuthFailure.SIGNATURE_MISMATCH;
import static dev.entrepot.wire.auth.AuthFailure.UNKNOWN_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.auth.SigningAlgorithm;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why: botocore and the older SDKs sign classic SimpleDB in no other way (SimpleDB dossier, case 47). */
class Version2Test {
    private static final SignatureRules CLASSIC = SignatureRules.version4Or2("sdb");
    private static final Version2Signed SIGNED = signed(SigningAlgorithm.HmacSHA256);

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    void blanks_stars_tildes_plus_signs_and_other_scripts_verify(SigningAlgorithm algorithm) {
        var signed = signed(algorithm);
        assertThat(at(signed, Duration.ZERO).verify(signed.request(), CLASSIC))
                .isEqualTo(new Caller("111122223333", "us-east-1", "AKIDEXAMPLE"));
    }

    @Test
    void a_form_verifies_however_the_client_wrote_it() {
        assertThat(SIGNED.encoded()).contains("+", "%7E", "*");
        String other = SIGNED.encoded().replace("+", "%20").replace("%7E", "~").replace("*", "%2a");
        assertThat(at(SIGNED, Duration.ZERO)
                        .verify(SIGNED.request(other), CLASSIC)
                        .account())
                .isEqualTo("111122223333");
    }

    @Test
    void every_bit_of_the_form_counts() {
        var verifier = at(SIGNED, Duration.ZERO);
        String form = SIGNED.encoded();
        for (int i = 0; i < form.length(); i++) {
            for (int flipped = 1; flipped < 128; flipped <<= 1) {
                String changed = form.substring(0, i) + (char) (form.charAt(i) ^ flipped) + form.substring(i + 1);
                if (Signed.saysTheSame(form, changed)) {
                    continue;
                }
                assertThatThrownBy(() -> verifier.verify(SIGNED.request(changed), CLASSIC))
                        .as(changed)
                        .isInstanceOf(NotAuthenticated.class);
            }
        }
        refused(SIGNED.request(form + "&More=1"), SIGNATURE_MISMATCH);
        refused(Signed.withPath(SIGNED.request(), "/x"), SIGNATURE_MISMATCH);
        refused(Signed.withHeader(SIGNED.request(), "host", "localhost"), SIGNATURE_MISMATCH);
        refused(Signed.withHeader(SIGNED.request(), "host", ""), MALFORMED);
    }

    @Test
    void what_the_signature_would_leave_out_must_be_empty() {
        refused(Signed.withQuery(SIGNED.request(), "Action=DeleteDomain"), MALFORMED);
        var query = Signed.withQuery(Signed.withMethod(SIGNED.request(), "GET"), SIGNED.encoded());
        refused(query, MALFORMED);
        refused(Signed.withBody(query, ""), SIGNATURE_MISMATCH); // a GET of its own is another request
    }

    @Test
    void the_timestamp_may_be_fifteen_minutes_off() {
        var limit = Duration.ofMinutes(15);
        for (var inside : new Duration[] {limit, limit.negated()}) {
            assertThat(at(SIGNED, inside).verify(SIGNED.request(), CLASSIC).account())
                    .isEqualTo("111122223333");
        }
        var late = at(SIGNED, limit.plusSeconds(1));
        assertThat(Signed.assertRefused(late, SIGNED.request(), CLASSIC, EXPIRED))
                .hasMessage("Request has expired. Timestamp date is "
                        + SIGNED.parameters().get("Timestamp").getFirst());
        var early = at(SIGNED, limit.negated().minusSeconds(1));
        Signed.assertRefused(early, SIGNED.request(), CLASSIC, NOT_YET_CURRENT);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:10:00.000Z, SIGNATURE_MISMATCH",
        "2026-01-01T00:10:00Z,     SIGNATURE_MISMATCH",
        "2025-12-31T17:10:00-07:00, SIGNATURE_MISMATCH",
        "2026-01-01T00:10:00,      SIGNATURE_MISMATCH",
        "2025-12-31T23:54:00Z,     EXPIRED",
        "2026-01-01T00:26:00Z,     NOT_YET_CURRENT",
        "2026-01-01,               INVALID_PARAMETER",
        "today,                    INVALID_PARAMETER",
    })
    void a_timestamp_is_an_iso_date_time(String timestamp, AuthFailure why) {
        // a timestamp that is taken leads on to the signature, which is over another
        var refusal = Signed.assertRefused(
                Signed.verifierAt(Signed.NOW), SIGNED.request(replaced("Timestamp", timestamp)), CLASSIC, why);
        if (why == INVALID_PARAMETER) {
            assertThat(refusal).hasMessage("Value (%s) for parameter Timestamp is invalid.", timestamp);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:10:00Z, SIGNATURE_MISMATCH",
        "2026-06-01T00:00:00Z, SIGNATURE_MISMATCH",
        "2026-01-01T00:09:59Z, EXPIRED",
    })
    void expires_in_the_past_has_expired(String expires, AuthFailure why) {
        String form = without("Timestamp") + "&Expires=" + expires;
        Signed.assertRefused(Signed.verifierAt(Signed.NOW), SIGNED.request(form), CLASSIC, why);
    }

    @Test
    void timestamp_and_expires_exclude_each_other_and_one_is_needed() {
        refused(SIGNED.request(SIGNED.encoded() + "&Expires=2026-01-01T00:10:00Z"), PARAMETER_COMBINATION);
        refused(SIGNED.request(without("Timestamp")), MISSING_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Signature", "SignatureVersion", "SignatureMethod"})
    void a_missing_part_is_named(String name) {
        var refusal = Signed.assertRefused(
                at(SIGNED, Duration.ZERO), SIGNED.request(without(name)), CLASSIC, MISSING_PARAMETER);
        assertThat(refusal).hasMessage("The request must contain the parameter " + name + ".");
    }

    @Test
    void other_versions_and_methods_are_refused() {
        for (String version : new String[] {"0", "1", "3"}) {
            refused(SIGNED.request(replaced("SignatureVersion", version)), INVALID_PARAMETER);
        }
        refused(SIGNED.request(replaced("SignatureMethod", "HmacMD5")), INVALID_PARAMETER);
    }

    @Test
    void no_key_an_unknown_key_and_a_session_are_told_apart() {
        refused(SIGNED.request(without("AWSAccessKeyId")), MISSING_TOKEN);
        refused(SIGNED.request("Action=ListDomains&Version=2009-04-15"), MISSING_TOKEN);
        refused(SIGNED.request(replaced("AWSAccessKeyId", "AKIDOTHER")), UNKNOWN_KEY);
        refused(SIGNED.request(SIGNED.encoded() + "&SecurityToken=t"), UNKNOWN_KEY);
    }

    @Test
    void a_part_that_is_there_twice_is_refused() {
        refused(SIGNED.request(SIGNED.encoded() + "&Signature=x"), MALFORMED);
    }

    @Test
    void only_a_service_that_knows_version_2_takes_it() {
        Signed.assertRefused(at(SIGNED, Duration.ZERO), SIGNED.request(), Signed.SDB, MISSING_TOKEN);
    }

    @Test
    void version_2_can_be_turned_off() {
        var off = Signed.verifierAt(SIGNED.signedAt(), false);
        assertThat(Signed.assertRefused(off, SIGNED.request(), CLASSIC, MALFORMED))
                .hasMessageContaining("turned off");
    }

    @Test
    void the_worked_example_of_the_general_reference_verifies() {
        var key = new Credential("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "111122223333");
        var request = new HttpRequest(
                "GET",
                "/",
                "Action=DescribeJobFlows&Version=2009-03-31&AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&SignatureVersion=2"
                        + "&SignatureMethod=HmacSHA256&Timestamp=2011-10-03T15%3A19%3A30"
                        + "&Signature=i91nKc4PWAt0JJIdXwz9HxZCJDdiy6cf%2FMj6vPxyYIs%3D",
                Headers.of("Host", "elasticmapreduce.amazonaws.com"),
                new byte[0]);
        var settings = new SignatureSettings(SignatureSettings.DEFAULT_WINDOW, true, "us-east-1");
        var verifier =
                new SignatureVerifier(id -> Optional.of(key), () -> Instant.parse("2011-10-03T15:20:00Z"), settings);
        assertThat(verifier.verify(request, CLASSIC).accessKeyId()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
    }

    private static void refused(HttpRequest request, AuthFailure why) {
        Signed.assertRefused(at(SIGNED, Duration.ZERO), request, CLASSIC, why);
    }

    private static SignatureVerifier at(Version2Signed signed, Duration after) {
        return Signed.verifierAt(signed.signedAt().plus(after));
    }

    private static String without(String name) {
        return String.join(
                "&",
                Arrays.stream(SIGNED.encoded().split("&"))
                        .filter(parameter -> !parameter.startsWith(name + "="))
                        .toList());
    }

    private static String replaced(String name, String value) {
        return without(name) + "&" + name + "=" + value;
    }

    private static Version2Signed signed(SigningAlgorithm algorithm) {
        return Version2Signed.of(
                algorithm,
                Signed.KEY,
                Map.of(
                        "Action", "PutAttributes",
                        "Version", "2009-04-15",
                        "ItemName", "a b*c~d+e/f",
                        "Attribute.1.Name", "",
                        "Attribute.10.Value", "caf\u00e9 \u6f22\u5b57 \ud83d\ude00",
                        "Attribute.2.Value", "=&%"));
    }
}
