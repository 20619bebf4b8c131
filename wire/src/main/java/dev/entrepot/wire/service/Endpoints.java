package dev.entrepot.wire.service;

import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/** Several services behind one listener; the first that claims a request gets it. */
public record Endpoints(List<Endpoint> all) implements Endpoint {
    public Endpoints {
        all = List.copyOf(all);
    }

    @Override
    public Optional<Claim> claim(HttpRequest head) {
        return all.stream().flatMap(endpoint -> endpoint.claim(head).stream()).findFirst();
    }
}
