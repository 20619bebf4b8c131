package dev.entrepot.wire.auth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * Makes links to objects in S3 that need no credentials (presigned URLs, wire dossier, section 9). A link is signed by the key
 * pair of whoever asked for it: it can do what that one may do, and ends with that key pair.
 */
public final class ObjectLinks {
    private static final String SERVICE = "s3";

    private final Credentials credentials;
    private final InstantSource clock;
    private final SigningKeys signingKeys = new SigningKeys();

    public ObjectLinks(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** What a link is good for. */
    public enum Use {
        DOWNLOAD("GET"),
        UPLOAD("PUT");

        private final String method;

        Use(String method) {
            this.method = method;
        }
    }

    /**
     * @param host as the caller reached this server, and will again: {@code 127.0.0.1:4566}
     * @param lifetime from now, whole seconds, a week at most
     * @throws NotAuthenticated when the caller's key pair has been removed meanwhile
     */
    public URI link(Use use, Caller caller, String host, String bucket, String key, Duration lifetime) {
        Credential signer = credentials.find(caller.accessKeyId()).orElseThrow(NotAuthenticated::unknownKey);
        String time = SigningTime.format(clock.instant());
        var scope = new CredentialScope(time.substring(0, 8), caller.region(), SERVICE);
        String path = "/" + encode(bucket) + "/" + encodePath(key);
        String query = "X-Amz-Algorithm=" + SignatureClaim.ALGORITHM
                + "&X-Amz-Credential=" + encode(signer.accessKeyId() + "/" + scope.text())
                + "&X-Amz-Date=" + time
                + "&X-Amz-Expires=" + lifetime.toSeconds()
                + "&X-Amz-SignedHeaders=host";
        String canonical = String.join("\n", use.method, path, query, "host:" + host, "", "host", "UNSIGNED-PAYLOAD");
        String toSign = String.join(
                "\n",
                SignatureClaim.ALGORITHM,
                time,
                scope.text(),
                Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] signature = Hmac.of(Hmac.SHA256, signingKeys.derive(signer, scope), toSign);
        return URI.create("http://" + host + path + "?" + query + "&" + PresignedQuery.SIGNATURE + "="
                + HexFormat.of().formatHex(signature));
    }

    private static String encodePath(String key) {
        return encode(key).replace("%2F", "/");
    }

    private static String encode(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            PercentEncoding.append(out, octet & 0xFF);
        }
        return out.toString();
    }
}
