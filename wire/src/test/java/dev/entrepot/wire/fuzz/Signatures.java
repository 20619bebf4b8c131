package dev.entrepot.wire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.Credential;
import dev.entrepot.wire.auth.NotAuthenticated;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.auth.SignatureSettings;
import dev.entrepot.wire.auth.SignatureVerifier;
import dev.entrepot.wire.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The verifier accepts nothing but what was signed, however it is spelt, and whatever else it is given it refuses in words. */
final class Signatures {
    private static final SignatureRules RULES = SignatureRules.version4Or2("sdb");
    private static final Credential KEY =
            new Credential("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "111122223333");
    private static final SignatureVerifier VERIFIER = new SignatureVerifier(
            id -> Optional.of(KEY).filter(key -> key.accessKeyId().equals(id)),
            () -> Instant.parse("2026-01-01T00:10:00Z"),
            new SignatureSettings(SignatureSettings.DEFAULT_WINDOW, true, "us-east-1"));

    private final List<SignedMeaning> signed;

    /** @param signed the requests whose signatures are known, thus the only ones that may be accepted */
    Signatures(List<HttpRequest> signed) {
        this.signed = signed.stream().map(SignedMeaning::of).toList();
    }

    boolean check(HttpRequest request) {
        Caller caller;
        try {
            caller = VERIFIER.verify(request, RULES);
        } catch (NotAuthenticated refused) {
            assertThat(refused).message().matches("[ -~]{1,400}").doesNotContain(KEY.secretAccessKey());
            return false;
        }
        assertThat(caller.account()).isEqualTo(KEY.account());
        assertThat(SignedMeaning.of(request)).isIn(signed);
        return true;
    }
}
