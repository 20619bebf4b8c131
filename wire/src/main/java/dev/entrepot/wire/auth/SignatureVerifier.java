package dev.entrepot.wire.auth;

import dev.entrepot.wire.http.HttpRequest;
import java.time.InstantSource;
import java.util.List;

/**
 * Verifies who signed a request: Signature Version 4 in the {@code Authorization} header or in a presigned query, or Version
 * 2 in the parameters (wire dossier, sections 9 and 10). Safe for use by many threads; asks nothing but the key store.
 *
 * <p>S3's own forms (unsigned and streamed payloads, paths taken as sent) are not for this class.
 */
public final class SignatureVerifier implements Authenticator {
    private final SignatureSettings settings;
    private final Version4 version4;
    private final Version2 version2;

    public SignatureVerifier(Credentials credentials, InstantSource clock, SignatureSettings settings) {
        var window = new ValidityWindow(clock, settings.window());
        var keys = new AccessKeys(credentials);
        this.settings = settings;
        this.version4 = new Version4(keys, window);
        this.version2 = new Version2(keys, window, settings.defaultRegion());
    }

    /**
     * Takes the request exactly as received; run no handler before this has returned.
     *
     * @throws NotAuthenticated for every request that is not rightly signed, whatever bytes it may hold
     */
    @Override
    public Caller verify(HttpRequest request, SignatureRules rules) {
        List<String> authorization = request.headers().all("authorization");
        var query = Parameters.parse(request.rawQuery());
        boolean presigned = PresignedQuery.isIn(query);
        if (authorization.isEmpty()) {
            return presigned ? verifyPresigned(request, query, rules) : verifyVersion2(request, query, rules);
        }
        if (authorization.size() > 1 || presigned || (rules.version2() && Version2.isIn(query))) {
            throw NotAuthenticated.malformed("A request is signed once: in one Authorization header or in its query.");
        }
        var claim = AuthorizationHeader.parse(authorization.getFirst(), request.headers());
        return version4.verify(request, query, claim, settings.window(), rules.signingName());
    }

    private Caller verifyPresigned(HttpRequest request, Parameters query, SignatureRules rules) {
        var presigned = PresignedQuery.parse(query);
        return version4.verify(request, query, presigned.claim(), presigned.lifetime(), rules.signingName());
    }

    private Caller verifyVersion2(HttpRequest request, Parameters query, SignatureRules rules) {
        if (!rules.version2()) {
            throw NotAuthenticated.missingToken();
        }
        var parameters = request.method().equals("POST") ? Parameters.parse(request.body()) : query;
        if (!Version2.isIn(parameters)) {
            throw NotAuthenticated.missingToken();
        }
        if (!settings.version2()) {
            throw NotAuthenticated.malformed("Signature Version 2 is turned off here. Sign with Signature Version 4.");
        }
        return version2.verify(request, parameters);
    }
}
