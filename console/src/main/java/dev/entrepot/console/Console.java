package dev.entrepot.console;

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
        return ours ? Optional.of(new ConsoleClaim(head.method().equals("POST"))) : Optional.empty();
    }

    private final class ConsoleClaim implements Claim {
        private final boolean form;

        ConsoleClaim(boolean form) {
            this.form = form;
        }

        @Override
        public BodyLimit bodyLimit() {
            return form ? FORM : BodyLimit.NO_BODY;
        }

        @Override
        public HttpResponse handle(HttpRequest request) {
            return visits().answer(request);
        }

        @Override
        public HttpResponse refuse(BodyFailure why) {
            return new HttpResponse(
                    why == BodyFailure.TOO_LARGE ? 413 : 400,
                    Headers.of("Content-Type", "text/plain"),
                    "The form could not be read.\n".getBytes(StandardCharsets.UTF_8));
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
