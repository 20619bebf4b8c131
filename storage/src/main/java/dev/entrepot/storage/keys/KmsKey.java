package dev.entrepot.storage.keys;

import dev.entrepot.storage.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * What may be told about a key; its material never leaves the keyring.
 *
 * @param id a UUID
 * @param alias such as {@code alias/exports}; {@code alias/aws/s3} is the key that S3 uses when a request names none
 */
public record KmsKey(String id, Owner owner, Optional<String> alias, KeyState state, Instant created) {
    /** {@code arn:aws:kms:region:account:key/id}. */
    public String arn() {
        return "arn:aws:kms:%s:%s:key/%s".formatted(owner.region(), owner.account(), id);
    }
}
