package dev.entrepot.server.http;

import dev.entrepot.wire.http.BodyFailure;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Services that take every request outside {@code /bucket}, keep it, and answer as told. */
final class Scripted implements Endpoint {
    static final int MAX_BODY = 100_000;

    final List<HttpRequest> seen = new CopyOnWriteArrayList<>();
    private final Function<HttpRequest, HttpResponse> answer;

    Scripted(Function<HttpRequest, HttpResponse> answer) {
        this.answer = answer;
    }

    static HttpResponse text(int status, String text) {
        return new HttpResponse(
                status, Headers.of("content-type", "text/plain"), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Claim> claim(HttpRequest head) {
        if (head.rawPath().startsWith("/bucket") || head.rawPath().startsWith("/_entrepot")) {
            return Optional.empty();
        }
        return Optional.of(new Claim() {
            @Override
            public BodyLimit bodyLimit() {
                return new BodyLimit(MAX_BODY);
            }

            @Override
            public HttpResponse handle(HttpRequest request) {
                seen.add(request);
                return answer.apply(request);
            }

            @Override
            public HttpResponse refuse(BodyFailure why) {
                return switch (why) {
                    case TOO_LARGE -> text(413, "too large");
                    case TOO_SLOW -> text(408, "too slow");
                    case BROKEN_OFF -> text(400, "broken off");
                    case NO_ROOM -> text(503, "no room");
                };
            }
        });
    }
}
