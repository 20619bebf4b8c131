package dev.entrepot.wire.protocol;

import dev.entrepot.wire.http.HttpRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every HTTP form of a service's operations, the most specific first. */
final class RouteTable {
    private final List<Route> routes;

    private record Route(String method, UriTemplate uri, RestOperation operation) {}

    /** @param labels still percent-encoded */
    record Match(RestOperation operation, Map<String, String> labels) {}

    RouteTable(List<RestOperation> operations) {
        routes = operations.stream()
                .flatMap(each -> each.operation().bindings().stream()
                        .map(form -> new Route(form.method(), UriTemplate.parse(form.uri()), each)))
                .sorted(Comparator.comparing(Route::uri, UriTemplate.MOST_SPECIFIC_FIRST))
                .toList();
    }

    Optional<Match> match(HttpRequest request) {
        List<String> path = UriTemplate.split(request.rawPath());
        for (Route route : routes) {
            if (route.method.equals(request.method())) {
                var labels = route.uri.match(path, request.rawQuery());
                if (labels.isPresent()) {
                    return Optional.of(new Match(route.operation, labels.get()));
                }
            }
        }
        return Optional.empty();
    }
}
