package dev.entrepot.wire.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Why: a kept signing key saves half of each verification, but must not outlive its secret. */
class SigningKeysTest {
    private static final CredentialScope SCOPE = new CredentialScope("20150830", "us-east-1", "iam");
    private final SigningKeys keys = new SigningKeys();

    @Test
    void the_derived_key_is_the_published_one() {
        assertThat(HexFormat.of().formatHex(keys.derive(Signed.KEY, SCOPE)))
                .isEqualTo("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
    }

    @Test
    void a_kept_key_is_the_same_and_only_kept_ones_are() {
        byte[] first = keys.derive(Signed.KEY, SCOPE);
        assertThat(keys.derive(Signed.KEY, SCOPE)).isNotSameAs(first);
        keys.keep(Signed.KEY, SCOPE);
        byte[] kept = keys.derive(Signed.KEY, SCOPE);
        assertThat(kept).isEqualTo(first).isSameAs(keys.derive(Signed.KEY, SCOPE));
    }

    @Test
    void a_new_secret_for_the_same_key_id_has_another_key() {
        keys.keep(Signed.KEY, SCOPE);
        var renewed = new Credential(Signed.KEY.accessKeyId(), "another", Signed.KEY.account());
        assertThat(keys.derive(renewed, SCOPE)).isNotEqualTo(keys.derive(Signed.KEY, SCOPE));
    }

    @Test
    void the_number_kept_is_bounded() {
        keys.keep(Signed.KEY, SCOPE);
        byte[] first = keys.derive(Signed.KEY, SCOPE);
        for (int i = 0; i < 1024; i++) {
            keys.keep(Signed.KEY, new CredentialScope("20150830", "region-" + i, "iam"));
        }
        assertThat(keys.derive(Signed.KEY, SCOPE)).isNotSameAs(first);
    }
}
