package dev.entrepot.console;

import dev.entrepot.console.web.Form;
import dev.entrepot.console.web.Route;
import dev.entrepot.wire.http.BodyFailure;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Answers {@code /_entrepot/} and all below {@code /_entrepot/console/}. Nothing of the pages is loaded before the first visit. */
public final class Console implements Endpoint {
    private static final Set<String> ENTRANCES = Set.of("/_entrepot", "/_entrepot/", "/_entrepot/console");
    private static final BodyLimit FORM = BodyLimit.kibibytes(256);
    /** It is held in memory, so only of those who are logged in. */
    private static final BodyLimit FORM_WITH_FILE = BodyLimit.mebibytes(16);

    private final Doors doors;
    private final Services services;
    private final InstantSource clock;

    private volatile Optional<Visits> visits = Optional.empty();

    public Console(Doors doors, Services services, InstantSource clock) {
        this.doors = doors;
        this.services = services;
        this.clock = clock;
    }

    @Override
    public Optional<Claim> claim(HttpRequest head) {
        String path = head.rawPath();
        boolean ours = ENTRANCES.contains(path) || path.startsWith(Route.ROOT);
        return ours ? Optional.of(new ConsoleClaim(limit(head))) : Optional.empty();
    }

    private BodyLimit limit(HttpRequest head) {
        if (!head.method().equals("POST")) {
            return BodyLimit.NO_BODY;
        }
        return Form.hasFile(head) && visits().isKnown(head) ? FORM_WITH_FILE : FORM;
    }

    private final class ConsoleClaim implements Claim {
        private final BodyLimit bodyLimit;

        ConsoleClaim(BodyLimit bodyLimit) {
            this.bodyLimit = bodyLimit;
        }

        @Override
        public BodyLimit bodyLimit() {
            return bodyLimit;
        }

        @Override
        public HttpResponse handle(HttpRequest request) {
            return visits().answer(request);
        }

        @Override
        public HttpResponse refuse(BodyFailure why) {
            boolean tooLarge = why == BodyFailure.TOO_LARGE;
            String text = tooLarge
                    ? "The form is too large. Files of more than 16 MiB are for S3: aws s3 cp FILE s3://BUCKET/KEY\n"
                    : "The form could not be read.\n";
            return new HttpResponse(
                    tooLarge ? 413 : 400,
                    Headers.of("Content-Type", "text/plain"),
                    text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Visits visits() {
        return visits.orElseGet(this::firstVisit);
    }

    private synchronized Visits firstVisit() {
        if (visits.isEmpty()) {
            visits = Optional.of(Visits.of(doors, services, clock));
        }
        return visits.get();
    }
}
