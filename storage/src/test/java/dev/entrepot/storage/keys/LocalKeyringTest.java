package dev.entrepot.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.entrepot.storage.Owner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export that names a bad key must fail as it would against KMS, since its failure code is made from this refusal. */
class LocalKeyringTest {
    private static final Owner OWNER = new Owner("111122223333", "eu-west-1");
    private static final Owner OTHER_ACCOUNT = new Owner("444455556666", "eu-west-1");
    private static final Owner OTHER_REGION = new Owner("111122223333", "us-east-1");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir
    Path directory;

    private LocalKeyring keyring;

    @BeforeEach
    void openKeyring() {
        keyring = LocalKeyring.open(directory.resolve("keys"), CLOCK);
    }

    @Test
    void aDataKeyDecryptsUnderTheKeyThatMadeItHoweverTheKeyIsNamed() {
        var key = keyring.create(OWNER, Optional.of("alias/exports"));
        assertThat(key.arn()).matches("arn:aws:kms:eu-west-1:111122223333:key/[0-9a-f-]{36}");
        for (String name :
                new String[] {key.id(), key.arn(), "alias/exports", "arn:aws:kms:eu-west-1:111122223333:alias/exports"
                }) {
            var dataKey = keyring.dataKey(OWNER, Optional.of(name));
            assertThat(dataKey.keyArn()).isEqualTo(key.arn());
            assertThat(dataKey.plaintext()).hasSize(32);
            assertThat(keyring.decrypt(OWNER, key.arn(), dataKey.ciphertext())).isEqualTo(dataKey.plaintext());
        }
    }

    @Test
    void aDisabledKeyNeitherEncryptsNorDecryptsUntilItIsEnabledAgain() {
        var key = keyring.create(OWNER, Optional.empty());
        var dataKey = keyring.dataKey(OWNER, Optional.of(key.id()));
        // As the command line does it: by a keyring of its own on the same directory.
        var commandLine = LocalKeyring.open(directory.resolve("keys"), CLOCK);
        assertThat(commandLine.disable(OWNER, key.arn()).state()).isEqualTo(KeyState.DISABLED);
        refused(KmsError.DISABLED, () -> keyring.dataKey(OWNER, Optional.of(key.id())));
        refused(KmsError.DISABLED, () -> keyring.decrypt(OWNER, key.arn(), dataKey.ciphertext()));
        commandLine.enable(OWNER, key.id());
        assertThat(keyring.decrypt(OWNER, key.arn(), dataKey.ciphertext())).isEqualTo(dataKey.plaintext());
    }

    @Test
    void keysOfNobodyOfAnotherAccountAndOfAnotherRegionAreRefusedAsKmsDoes() {
        var key = keyring.create(OWNER, Optional.of("alias/exports"));
        refused(KmsError.NOT_FOUND, () -> keyring.dataKey(OWNER, Optional.of("00000000-0000-0000-0000-000000000000")));
        refused(KmsError.NOT_FOUND, () -> keyring.dataKey(OWNER, Optional.of("alias/unknown")));
        refused(KmsError.NOT_FOUND, () -> keyring.dataKey(OWNER, Optional.of("../keys/" + key.id())));
        refused(KmsError.NOT_FOUND, () -> keyring.dataKey(OTHER_ACCOUNT, Optional.of(key.id())));
        refused(KmsError.NOT_FOUND, () -> keyring.dataKey(OTHER_REGION, Optional.of(key.arn())));
        refused(KmsError.ACCESS_DENIED, () -> keyring.dataKey(OTHER_ACCOUNT, Optional.of(key.arn())));
    }

    @Test
    void theKeyOfS3IsMadeOnFirstUseAndStaysTheSame() {
        var first = keyring.dataKey(OWNER, Optional.empty());
        assertThat(keyring.dataKey(OWNER, Optional.of("alias/aws/s3")).keyArn()).isEqualTo(first.keyArn());
        assertThat(keyring.find(OWNER, "alias/aws/s3").orElseThrow().arn()).isEqualTo(first.keyArn());
        assertThat(keyring.decrypt(OWNER, first.keyArn(), first.ciphertext())).isEqualTo(first.plaintext());
        assertThat(keyring.dataKey(OTHER_ACCOUNT, Optional.empty()).keyArn()).isNotEqualTo(first.keyArn());
        assertThat(keyring.disable(OWNER, first.keyArn()).state()).isEqualTo(KeyState.DISABLED);
        refused(KmsError.DISABLED, () -> keyring.dataKey(OWNER, Optional.empty()));
    }

    @Test
    void listShowsTheOwnersKeysAlone() {
        var key = keyring.create(OWNER, Optional.empty());
        keyring.create(OTHER_ACCOUNT, Optional.empty());
        keyring.dataKeyOfS3();
        assertThat(keyring.list(OWNER)).containsExactly(key);
    }

    @Test
    void anAliasIsGivenOnce() {
        keyring.create(OWNER, Optional.of("alias/exports"));
        assertThatIllegalArgumentException().isThrownBy(() -> keyring.create(OWNER, Optional.of("alias/exports")));
        assertThatIllegalArgumentException().isThrownBy(() -> keyring.create(OWNER, Optional.of("alias/aws/s3")));
        assertThatIllegalArgumentException().isThrownBy(() -> keyring.create(OWNER, Optional.of("exports")));
        keyring.create(OTHER_ACCOUNT, Optional.of("alias/exports"));
    }

    @Test
    void nobodyElseOnTheMachineCanReadTheKeys() throws Exception {
        var key = keyring.create(OWNER, Optional.empty());
        keyring.disable(OWNER, key.id());
        try (var files = Files.list(directory.resolve("keys"))) {
            assertThat(files)
                    .hasSize(1)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    private static void refused(KmsError error, Runnable use) {
        assertThatExceptionOfType(KeyUnusable.class)
                .isThrownBy(use::run)
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
