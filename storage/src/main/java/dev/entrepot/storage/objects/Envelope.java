package dev.entrepot.storage.objects;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import dev.entrepot.storage.keys.DataKey;
import dev.entrepot.storage.keys.KeyUnusable;
import dev.entrepot.storage.keys.LocalKeyring;
import dev.entrepot.storage.objects.Footer.SealedKey;
import dev.entrepot.storage.objects.ServerSideEncryption.Aes256;
import dev.entrepot.storage.objects.ServerSideEncryption.Kms;
import dev.entrepot.storage.objects.ServerSideEncryption.None;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Encryption at rest: each object under a data key of its own, that key under one of the keyring's. The bytes are AES-256-GCM in
 * segments, so that a range is read without the rest, and are bound to the object's bucket and key: no file passes for another.
 */
record Envelope(LocalKeyring keyring) {
    private static final int SEGMENT_BYTES = 64 * 1024;

    /** What was chosen for one object. */
    record Sealing(ServerSideEncryption encryption, Optional<DataKey> dataKey) {
        Optional<SealedKey> sealedKey() {
            return dataKey.map(key -> new SealedKey(key.keyArn(), key.ciphertext()));
        }

        OutputStream encrypting(ObjectLocation location, OutputStream file) throws IOException {
            return dataKey.isEmpty()
                    ? file
                    : guarded(() -> cipher(dataKey.get().plaintext()).newEncryptingStream(file, binding(location)));
        }
    }

    /** @throws ObjectRequestFailed as KMS would refuse */
    Sealing seal(Requester requester, ServerSideEncryption wanted) {
        try {
            return switch (wanted) {
                case None none -> new Sealing(none, Optional.empty());
                case Aes256 aes -> new Sealing(aes, Optional.of(keyring.dataKeyOfS3()));
                case Kms(var keyId) -> {
                    var dataKey = keyring.dataKey(requester.owner(), keyId);
                    yield new Sealing(new Kms(Optional.of(dataKey.keyArn())), Optional.of(dataKey));
                }
            };
        } catch (KeyUnusable refusal) {
            throw ObjectRequestFailed.because(refusal);
        } catch (UncheckedIOException e) {
            throw ObjectRequestFailed.internal("The keys could not be read or written", e);
        }
    }

    /** @throws ObjectRequestFailed as KMS would refuse */
    SeekableByteChannel open(Requester requester, ObjectLocation location, Footer footer, SeekableByteChannel body)
            throws IOException {
        if (footer.dataKey().isEmpty()) {
            return body;
        }
        var sealedKey = footer.dataKey().get();
        try {
            var plaintext = keyring.decrypt(requester.owner(), sealedKey.keyArn(), sealedKey.ciphertext());
            return guarded(() -> cipher(plaintext).newSeekableDecryptingChannel(body, binding(location)));
        } catch (KeyUnusable refusal) {
            throw ObjectRequestFailed.because(refusal);
        } catch (UncheckedIOException e) {
            throw ObjectRequestFailed.internal("The keys could not be read or written", e);
        }
    }

    private static StreamingAead cipher(byte[] dataKey) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(dataKey, "HmacSha256", 32, SEGMENT_BYTES, 0);
    }

    private static byte[] binding(ObjectLocation location) {
        return location.toString().getBytes(StandardCharsets.UTF_8);
    }

    private interface CipherWork<T> {
        T run() throws GeneralSecurityException, IOException;
    }

    private static <T> T guarded(CipherWork<T> work) throws IOException {
        try {
            return work.run();
        } catch (GeneralSecurityException e) {
            throw new IOException("The cipher could not be set up", e);
        }
    }
}
