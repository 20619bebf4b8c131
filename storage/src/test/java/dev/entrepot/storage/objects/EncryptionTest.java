package dev.entrepot.storage.objects;

import static dev.entrepot.storage.objects.StoreFixture.BUCKET;
import static dev.entrepot.storage.objects.StoreFixture.OWNER;
import static dev.entrepot.storage.objects.StoreFixture.at;
import static dev.entrepot.storage.objects.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.entrepot.storage.durable.Durability;
import dev.entrepot.storage.objects.ServerSideEncryption.Kms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for encryption wants the bytes on the disk to be useless without the key, and to notice nothing else. */
class EncryptionTest {
    private static final String SECRET = "a secret that must not be found on the disk";

    @TempDir
    Path directory;

    private StoreFixture fixture;

    @BeforeEach
    void openStore() throws IOException {
        fixture = new StoreFixture(directory, Durability.FSYNC);
    }

    @AfterEach
    void closeStore() {
        fixture.close();
    }

    @Test
    void theDiskHoldsTheSecretOnlyWhereNoEncryptionWasAskedFor() throws Exception {
        fixture.put("plain", SECRET);
        assertThat(diskHoldsSecret()).isTrue();
        fixture.store.delete(OWNER, at("plain"));

        var s3 = fixture.put("s3", SECRET, PutOptions.DEFAULT.encryption(ServerSideEncryption.AES256));
        var kms = fixture.put("kms", SECRET, PutOptions.DEFAULT.encryption(new Kms(Optional.empty())));
        assertThat(diskHoldsSecret()).isFalse();
        assertThat(fixture.get("s3")).isEqualTo(fixture.get("kms")).isEqualTo(SECRET);
        assertThat(s3.encryption()).isEqualTo(ServerSideEncryption.AES256);
        assertThat(kms.encryption().kmsKeyId().orElseThrow()).startsWith("arn:aws:kms:us-east-1:111122223333:key/");
        assertThat(fixture.store.head(OWNER, at("kms"))).isEqualTo(kms);
        assertThat(kms.etag()).isEqualTo(s3.etag());
        assertThat(kms.size()).isEqualTo(SECRET.length());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_500, 65_536, 300_000})
    void rangesOfEncryptedObjectsAreThoseOfThePlainBytes(int size) throws Exception {
        var plain = new byte[size];
        new Random(size).nextBytes(plain);
        var options = PutOptions.DEFAULT.encryption(ServerSideEncryption.AES256);
        fixture.store.put(OWNER, at("key"), options, new ByteArrayInputStream(plain));
        for (int from : new int[] {0, 1, size / 2, size - 1}) {
            for (int length : new int[] {0, 1, size / 3, size - from}) {
                if (from >= 0 && length >= 0 && from + length <= size) {
                    try (var bytes = fixture.store
                            .get(OWNER, at("key"), _ -> new ByteRange(from, length))
                            .bytes()) {
                        assertThat(bytes.readAllBytes()).isEqualTo(Arrays.copyOfRange(plain, from, from + length));
                    }
                }
            }
        }
    }

    @Test
    void aKeyThatKmsWouldRefuseFailsThePutAndLaterTheGet() {
        var unknown = new Kms(Optional.of("00000000-0000-0000-0000-000000000000"));
        refused(ObjectError.KMS_NOT_FOUND, () -> fixture.put("key", "text", PutOptions.DEFAULT.encryption(unknown)));
        refused(ObjectError.NO_SUCH_KEY, () -> fixture.get("key"));

        var key = fixture.keyring.create(OWNER.owner(), Optional.empty());
        var options = PutOptions.DEFAULT.encryption(new Kms(Optional.of(key.id())));
        fixture.put("key", "text", options);
        fixture.keyring.disable(OWNER.owner(), key.id());
        refused(ObjectError.KMS_DISABLED, () -> fixture.put("other", "text", options));
        refused(ObjectError.KMS_DISABLED, () -> fixture.get("key"));
        assertThat(ObjectError.KMS_DISABLED.source()).isEqualTo(ObjectError.Source.KMS);
        assertThat(ObjectError.KMS_DISABLED.code()).isEqualTo("DisabledException");
    }

    @Test
    void bytesAlteredOrMovedOnTheDiskAreNotDelivered() throws Exception {
        var options = PutOptions.DEFAULT.encryption(ServerSideEncryption.AES256);
        fixture.put("one", "text of one", options);
        fixture.put("two", "text of two", options);
        Path objects = directory.resolve("objects/buckets").resolve(BUCKET).resolve("objects");
        Files.copy(objects.resolve("one+object"), objects.resolve("two+object"), StandardCopyOption.REPLACE_EXISTING);
        assertThatIOException().isThrownBy(() -> fixture.get("two"));

        var bytes = Files.readAllBytes(objects.resolve("one+object"));
        bytes[50] ^= 1;
        Files.write(objects.resolve("one+object"), bytes);
        assertThatIOException().isThrownBy(() -> fixture.get("one"));
    }

    @Test
    void anUploadInPartsIsEncryptedWhileItIsMadeAndAfterwards() throws Exception {
        var options = PutOptions.DEFAULT.encryption(new Kms(Optional.empty()));
        var upload = fixture.store.createUpload(OWNER, at("key"), options);
        var bytes = new ByteArrayInputStream(SECRET.getBytes(StandardCharsets.UTF_8));
        var part = fixture.store.putPart(OWNER, upload.location(), upload.id(), 1, PutOptions.DEFAULT, bytes);
        assertThat(diskHoldsSecret()).isFalse();
        var parts = List.of(new UploadedPart(1, part.etag()));
        var object = fixture.store.completeUpload(OWNER, upload.location(), upload.id(), parts, WriteCondition.NONE);
        assertThat(diskHoldsSecret()).isFalse();
        assertThat(object.encryption().algorithm()).contains("aws:kms");
        assertThat(fixture.get("key")).isEqualTo(SECRET);
    }

    private boolean diskHoldsSecret() throws IOException {
        for (Path file : fixture.files()) {
            if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET)) {
                return true;
            }
        }
        return false;
    }
}
