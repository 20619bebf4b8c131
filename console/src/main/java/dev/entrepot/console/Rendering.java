package dev.entrepot.console;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.BadForm;
import dev.entrepot.console.web.Frame;
import dev.entrepot.console.web.NotFound;
import dev.entrepot.jobs.JobNotStoppable;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.NotAuthenticated;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.service.Refused;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes answers of what pages say and of what they throw; every one forbids the browser whatever it does not need. */
final class Rendering {
    private static final Logger LOG = LoggerFactory.getLogger(Rendering.class);
    private static final int NONCE_BYTES = 16;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Rendering.class.getClassLoader(), "dev.entrepot.console");
    private final SecureRandom random = new SecureRandom();

    /** Admits one answer's own style sheet and script. */
    String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    HttpResponse render(Frame frame, Answer answer) {
        return switch (answer) {
            case Answer.Shown shown -> html(frame, shown);
            case Answer.SeeOther(String address) -> seeOther(address);
            case Answer.Bytes(HttpResponse response) -> response;
        };
    }

    private HttpResponse html(Frame frame, Answer.Shown shown) {
        var output = new Utf8ByteOutput();
        engine.render(shown.template(), Map.of("frame", frame, "view", shown.view()), output);
        return new HttpResponse(shown.status(), headers(frame.nonce()), output.toByteArray());
    }

    private static Headers headers(String nonce) {
        return Headers.of(
                "Content-Type",
                "text/html; charset=utf-8",
                "Content-Security-Policy",
                "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce
                        + "'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'"
                        + "; frame-ancestors 'none'",
                "Cache-Control",
                "no-store",
                "Cross-Origin-Opener-Policy",
                "same-origin",
                "Referrer-Policy",
                "same-origin",
                "X-Content-Type-Options",
                "nosniff");
    }

    static HttpResponse seeOther(String address) {
        return new HttpResponse(303, Headers.of("Location", address, "Cache-Control", "no-store"), new byte[0]);
    }

    static HttpResponse withCookie(HttpResponse response, String cookie) {
        var headers = Headers.builder();
        response.headers().forEach(headers::add);
        headers.add("Set-Cookie", cookie);
        return new HttpResponse(response.status(), headers.build(), response.body(), response.rest());
    }

    /** Answers for {@code work} also when it throws. */
    HttpResponse guarded(Frame frame, HttpRequest request, Supplier<HttpResponse> work) {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError failure) {
            ErrorView view = explain(failure, request);
            return render(frame, new Answer.Shown(view.status(), "error.jte", view));
        }
    }

    private static ErrorView explain(Throwable failure, HttpRequest request) {
        return switch (failure) {
            case Refused refused ->
                new ErrorView(
                        refused.error().status(),
                        refused.error().code(),
                        refused.error().message());
            case ObjectRequestFailed failed
            when failed.error().status() < 500 ->
                new ErrorView(failed.error().status(), failed.error().s3Code(), text(failed));
            case NotFound nothing -> new ErrorView(404, "Not found", text(nothing));
            case BadForm bad -> new ErrorView(400, "Not understood", text(bad));
            case Forged forged -> new ErrorView(403, "Refused", text(forged));
            case AccessDenied denied -> new ErrorView(403, "Access denied", text(denied));
            case NotAuthenticated gone -> new ErrorView(403, "Access denied", text(gone));
            case JobNotStoppable not -> new ErrorView(409, "Not stoppable", text(not));
            default -> {
                LOG.error("{} failed", request, failure);
                yield new ErrorView(500, "Internal error", "The page could not be made; the server's log tells why.");
            }
        };
    }

    private static String text(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
