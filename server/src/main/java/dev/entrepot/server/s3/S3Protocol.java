package dev.entrepot.server.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.gaul.s3proxy.S3ProxyHandler;
import org.gaul.s3proxy.auth.AuthenticationType;

/** S3Proxy's handler as we set it up, with its way to write an error made reachable. */
final class S3Protocol extends S3ProxyHandler {
    private static final int MAX_CHUNK_BYTES = 16 * 1024 * 1024;

    S3Protocol(AccountLocator locator, S3Limits limits) {
        super(
                null, // no store for anonymous requests: they are refused
                AuthenticationType.AWS_V2_OR_V4,
                "", // the locator set below knows the keys
                "",
                null,
                limits.maxPutBytes(),
                limits.maxBufferedBodyBytes(),
                MAX_CHUNK_BYTES,
                false,
                null,
                null,
                Math.toIntExact(limits.clockSkew().toSeconds()));
        setBlobStoreLocator(locator);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, S3Error error) throws IOException {
        sendSimpleErrorResponse(request, response, error.code(), error.status(), error.message(), Map.of());
    }
}
