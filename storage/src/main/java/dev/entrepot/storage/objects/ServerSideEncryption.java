package dev.entrepot.storage.objects;

import java.util.Optional;

/** How an object lies on the disk. */
public sealed interface ServerSideEncryption {
    ServerSideEncryption NONE = new None();
    ServerSideEncryption AES256 = new Aes256();

    /** As it came. */
    record None() implements ServerSideEncryption {}

    /** Under a data key of its own, which S3's key encrypts. */
    record Aes256() implements ServerSideEncryption {}

    /**
     * Under a data key of its own, which a KMS key encrypts.
     *
     * @param keyId in a request: key id, key ARN, alias name or alias ARN, or empty for {@code alias/aws/s3};
     *     of a stored object: the key ARN
     */
    record Kms(Optional<String> keyId) implements ServerSideEncryption {}

    /** The value of {@code x-amz-server-side-encryption}, if there is one. */
    default Optional<String> algorithm() {
        return switch (this) {
            case None _ -> Optional.empty();
            case Aes256 _ -> Optional.of("AES256");
            case Kms _ -> Optional.of("aws:kms");
        };
    }

    /** The value of {@code x-amz-server-side-encryption-aws-kms-key-id}, if there is one. */
    default Optional<String> kmsKeyId() {
        return this instanceof Kms(var keyId) ? keyId : Optional.empty();
    }
}
