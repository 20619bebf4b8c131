package dev.entrepot.server.s3;

import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.Requester;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a request says of accounts and regions besides its key id.
 *
 * @param region that it was signed for, or the default one where the signature names none
 * @param expectedOwner of the bucket asked for
 * @param sourceExpectedOwner of the bucket copied from
 */
record Asked(String region, Optional<String> expectedOwner, Optional<String> sourceExpectedOwner) {
    static final String EXPECTED_OWNER = "x-amz-expected-bucket-owner";
    static final String SOURCE_EXPECTED_OWNER = "x-amz-source-expected-bucket-owner";
    private static final String DEFAULT_REGION = "us-east-1"; // what SigV2 clients mean

    static Asked by(SignedRequest request) {
        return new Asked(
                SignatureScope.of(request).map(SignatureScope::region).orElse(DEFAULT_REGION),
                request.header(EXPECTED_OWNER),
                request.header(SOURCE_EXPECTED_OWNER));
    }

    /** Since nobody reaches another account's bucket, any owner expected but the account itself refuses all. */
    Requester requester(String account) {
        var unexpected = Stream.concat(expectedOwner.stream(), sourceExpectedOwner.stream())
                .filter(expected -> !expected.equals(account))
                .findFirst();
        return Requester.of(new Owner(account, region)).expecting(unexpected);
    }
}
