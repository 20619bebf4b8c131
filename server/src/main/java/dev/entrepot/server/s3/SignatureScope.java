package dev.entrepot.server.s3;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a Version 4 signature says it covers; S3Proxy verifies that it does.
 *
 * @param signedHeaders in lower case
 */
record SignatureScope(String region, Set<String> signedHeaders) {
    private static final Pattern CREDENTIAL =
            Pattern.compile("[^/]+/[0-9]{8}/([a-z0-9-]{1,32})/([a-z0-9-]+)/aws4_request");
    private static final Pattern HEADER = Pattern.compile(
            "AWS4-HMAC-SHA256\\s+Credential=([^,\\s]+)\\s*,\\s*SignedHeaders=([^,\\s]+)\\s*,\\s*Signature=.*");

    /** Empty for a signature of another kind or form. */
    static Optional<SignatureScope> of(SignedRequest request) {
        var header = request.header("authorization").map(HEADER::matcher);
        if (header.isPresent() && header.get().matches()) {
            return of(header.get().group(1), header.get().group(2));
        }
        return request.parameter("X-Amz-Credential")
                .flatMap(credential ->
                        of(credential, request.parameter("X-Amz-SignedHeaders").orElse("")));
    }

    /** The first header that changes what an S3 request means, or where it goes, but that is not covered. */
    Optional<String> uncovered(SignedRequest request) {
        return request.headerNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                .filter(name ->
                        !name.equals("x-amz-content-sha256")) // presigned URLs leave it out; the body's own check
                .filter(name -> !signedHeaders.contains(name))
                .findFirst();
    }

    private static Optional<SignatureScope> of(String credential, String signedHeaders) {
        var matcher = CREDENTIAL.matcher(credential);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var names =
                Arrays.stream(signedHeaders.toLowerCase(Locale.ROOT).split(";")).collect(Collectors.toSet());
        return Optional.of(new SignatureScope(matcher.group(1), names));
    }
}
