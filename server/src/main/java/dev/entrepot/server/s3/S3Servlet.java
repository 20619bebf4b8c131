package dev.entrepot.server.s3;

import dev.entrepot.server.http.BodyMemory;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.wire.auth.Credentials;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks what S3Proxy does not, lets it answer, and answers its failures. */
final class S3Servlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(S3Servlet.class);
    private static final Duration MEMORY_WAIT = Duration.ofSeconds(10);

    private final transient S3Protocol protocol;
    private final transient BodyMemory memory;
    private final transient S3Limits limits;

    S3Servlet(EmbeddedObjectStore store, Credentials credentials, S3Limits limits) {
        protocol = new S3Protocol(new AccountLocator(store, credentials), limits);
        this.limits = limits;
        memory = new BodyMemory(limits.maxBufferedBytes(), MEMORY_WAIT);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("x-amz-id-2", randomId());
        if (request.getHeader("sec-fetch-dest")
                != null) { // a browser, in which a page out of a bucket could act for who is logged in
            response.setHeader("Content-Security-Policy", "sandbox");
        }
        var body = new AskedBody(request);
        SignedRequest signed;
        try {
            signed = new SignedRequest(request);
        } catch (IllegalArgumentException _) {
            refuse(request, body, response, S3Error.INVALID_URI);
            return;
        }
        var refusal = refusal(signed);
        if (refusal.isPresent()) {
            refuse(request, body, response, refusal.get());
            return;
        }
        var taken = memory.take(BufferedBody.bytes(signed, limits));
        if (taken.isEmpty()) {
            refuse(request, body, response, S3Error.SLOW_DOWN);
            return;
        }
        try (var _ = taken.get()) {
            answer(signed, body, response);
        }
    }

    private Optional<S3Error> refusal(SignedRequest request) {
        if (request.getRequestURI().equals("/healthz")) {
            return Optional.of(S3Error.ACCESS_DENIED); // S3Proxy would tell anybody its version
        }
        var uncovered = SignatureScope.of(request).flatMap(scope -> scope.uncovered(request));
        if (uncovered.isPresent()) {
            String message = "There were headers present in the request which were not signed: " + uncovered.get();
            return Optional.of(new S3Error("AccessDenied", 403, message));
        }
        try {
            boolean tooLarge = new PlainRequest(request).getContentLengthLong() > limits.maxPutBytes();
            return tooLarge ? Optional.of(S3Error.ENTITY_TOO_LARGE) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.of(S3Error.INVALID_ARGUMENT);
        }
    }

    private void answer(SignedRequest request, AskedBody body, HttpServletResponse response) throws IOException {
        try {
            ScopedValue.where(AccountLocator.ASKED, Asked.by(request)).call(() -> {
                protocol.doHandle(request, new PlainRequest(request), new ExactResponse(response), body, null);
                return true;
            });
        } catch (IOException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure; // the connection breaks, so that the caller does not take a part for the whole
            }
            boolean isRead =
                    request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            var error = S3Error.of(failure, isRead);
            if (error.status() == 500) {
                LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            }
            refuse(request, body, response, error);
        }
    }

    private void refuse(HttpServletRequest request, AskedBody body, HttpServletResponse response, S3Error error)
            throws IOException {
        if (response.getHeader("x-amz-request-id") == null) {
            response.setHeader(
                    "x-amz-request-id",
                    "%016X".formatted(ThreadLocalRandom.current().nextLong()));
        }
        if (error.status() == 304) {
            response.setStatus(304);
            return;
        }
        body.takeInIfSmall();
        protocol.refuse(request, response, error);
        body.refused(response);
    }

    private static String randomId() {
        var bytes = new byte[48];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
