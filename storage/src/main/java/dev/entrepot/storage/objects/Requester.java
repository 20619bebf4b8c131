package dev.entrepot.storage.objects;

import dev.entrepot.storage.Owner;
import java.util.Optional;

/**
 * Who asks, and whose bucket they believe they are asking for.
 *
 * @param owner whose buckets and KMS keys may be used
 * @param expectedBucketOwner an account id as {@code x-amz-expected-bucket-owner} gives it: any other bucket is refused
 */
public record Requester(Owner owner, Optional<String> expectedBucketOwner) {
    public static Requester of(Owner owner) {
        return new Requester(owner, Optional.empty());
    }

    public Requester expecting(Optional<String> bucketOwner) {
        return new Requester(owner, bucketOwner);
    }
}
