package dev.entrepot.server.http;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** The pages under {@code /_entrepot/}, a name no bucket can bear. Health alone is open to everyone. */
final class OwnPages {
    private static final String ROOT = "/_entrepot";

    private final BooleanSupplier ready;

    OwnPages(BooleanSupplier ready) {
        this.ready = ready;
    }

    static boolean owns(String rawPath) {
        return rawPath.startsWith(ROOT) && (rawPath.length() == ROOT.length() || rawPath.charAt(ROOT.length()) == '/');
    }

    HttpResponse answer(HttpRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return json(405, "method not allowed");
        }
        return switch (request.rawPath()) {
            case ROOT + "/health/live" -> json(200, "live");
            case ROOT + "/health/ready" -> ready.getAsBoolean() ? json(200, "ready") : json(503, "not ready");
            default -> json(404, "not found");
        };
    }

    private static HttpResponse json(int status, String word) {
        byte[] body = "{\"status\":\"%s\"}%n".formatted(word).getBytes(StandardCharsets.US_ASCII);
        return new HttpResponse(
                status, Headers.of("content-type", "application/json", "cache-control", "no-store"), body);
    }
}
