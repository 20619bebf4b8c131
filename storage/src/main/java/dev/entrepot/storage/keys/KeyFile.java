package dev.entrepot.storage.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.durable.SmallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;

/** One key with its material, as it lies in its file: 256 bits for AES-GCM. */
record KeyFile(KmsKey key, byte[] material) {
    static KeyFile read(Path file) throws IOException {
        var values = SmallFile.read(file);
        var key = new KmsKey(
                values.get("id"),
                new Owner(values.get("account"), values.get("region")),
                Optional.ofNullable(values.get("alias")),
                KeyState.valueOf(values.get("state")),
                Instant.parse(values.get("created")));
        return new KeyFile(key, Base64.getDecoder().decode(values.get("material")));
    }

    TreeMap<String, String> values() {
        var values = new TreeMap<String, String>();
        values.put("id", key.id());
        values.put("account", key.owner().account());
        values.put("region", key.owner().region());
        key.alias().ifPresent(alias -> values.put("alias", alias));
        values.put("state", key.state().name());
        values.put("created", key.created().toString());
        values.put("material", Base64.getEncoder().encodeToString(material));
        return values;
    }

    KeyFile in(KeyState state) {
        return new KeyFile(new KmsKey(key.id(), key.owner(), key.alias(), state, key.created()), material);
    }

    byte[] encrypt(byte[] plaintext) throws GeneralSecurityException {
        return aead().encrypt(plaintext, context());
    }

    byte[] decrypt(byte[] ciphertext) throws GeneralSecurityException {
        return aead().decrypt(ciphertext, context());
    }

    private Aead aead() throws GeneralSecurityException {
        return new AesGcmJce(material);
    }

    /** Binds a data key to the key it was made under. */
    private byte[] context() {
        return key.arn().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "KeyFile[" + key.arn() + "]"; // never the material
    }
}
