package dev.entrepot.wire.auth;

import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

/** Signature Version 4, wherever in the request the signature stands. */
final class Version4 {
    private final AccessKeys accessKeys;
    private final ValidityWindow window;
    private final SigningKeys signingKeys = new SigningKeys();

    Version4(AccessKeys accessKeys, ValidityWindow window) {
        this.accessKeys = accessKeys;
        this.window = window;
    }

    /** @param lifetime how long after its time the signature is valid */
    Caller verify(HttpRequest request, Parameters query, SignatureClaim claim, Duration lifetime, String service) {
        claim.scope().require(claim.time(), service);
        window.require(claim.time(), lifetime);
        if (request.headers().has("x-amz-security-token")) {
            throw NotAuthenticated.unknownKey(); // we issue no session tokens
        }
        claim.signedHeaders().requireCovering(request.headers());
        String stringToSign = CanonicalRequest.stringToSign(request, query, claim);
        var credential = accessKeys.verify(
                claim.accessKeyId(),
                claim.signature().getBytes(StandardCharsets.UTF_8),
                candidate -> sign(candidate, claim.scope(), stringToSign));
        signingKeys.keep(credential, claim.scope());
        return new Caller(credential.account(), claim.scope().region(), credential.accessKeyId());
    }

    private byte[] sign(Credential credential, CredentialScope scope, String stringToSign) {
        byte[] signature = Hmac.of(Hmac.SHA256, signingKeys.derive(credential, scope), stringToSign);
        return HexFormat.of().formatHex(signature).getBytes(StandardCharsets.UTF_8);
    }
}
