package dev.entrepot.console;

import dev.entrepot.wire.http.HttpRequest;
import java.util.Optional;

/** Whether a form was sent by a page of this very server; log-in, which has no session yet, is guarded by this alone. */
final class SameOrigin {
    private SameOrigin() {}

    /** @throws Forged when the browser says otherwise; every browser of today does */
    static void check(HttpRequest request) {
        Optional<String> site = request.header("sec-fetch-site");
        Optional<String> origin = request.header("origin");
        boolean foreignSite = site.filter(where -> !where.equals("same-origin")).isPresent();
        boolean foreignOrigin = origin.filter(
                        from -> !from.endsWith("://" + request.header("host").orElse("")))
                .isPresent();
        if (foreignSite || foreignOrigin) {
            throw new Forged("This form was sent by another site.");
        }
    }
}
