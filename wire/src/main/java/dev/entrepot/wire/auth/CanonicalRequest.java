package dev.entrepot.wire.auth;

import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** The one form of a request that Version 4 signs (wire dossier, section 9.1, steps 6 and 7). */
final class CanonicalRequest {
    private CanonicalRequest() {}

    /** @throws NotAuthenticated when the request contradicts its own headers */
    static String stringToSign(HttpRequest request, Parameters query, SignatureClaim claim) {
        return SignatureClaim.ALGORITHM
                + '\n'
                + claim.time().text()
                + '\n'
                + claim.scope().text()
                + '\n'
                + Sha256.hex(of(request, query, claim).getBytes(StandardCharsets.UTF_8));
    }

    private static String of(HttpRequest request, Parameters query, SignatureClaim claim) {
        var out = new StringBuilder(1024)
                .append(request.method())
                .append('\n')
                .append(CanonicalPath.of(request.rawPath()))
                .append('\n')
                .append(query.canonical(Parameters.BY_ENCODED_NAME, PresignedQuery.SIGNATURE))
                .append('\n');
        claim.signedHeaders().appendTo(out, request.headers());
        return out.append('\n')
                .append(claim.signedHeaders().list())
                .append('\n')
                .append(PayloadHash.of(request))
                .toString();
    }
}
