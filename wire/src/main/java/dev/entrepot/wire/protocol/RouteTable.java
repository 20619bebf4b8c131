package dev.entrepot.wire.protocol;

import dev.entrepot.wire.codec.JsonReader;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.schema.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every HTTP form of a service's operations, the most specific first. */
final class RouteTable {
    private final List<Route> routes;

    private record Route(HttpForm form, Operation<?, ?> operation, RestInput input) {
        UriTemplate uri() {
            return form.uri();
        }
    }

    /** @param labels still percent-encoded */
    record Match(Operation<?, ?> operation, RestInput input, Map<String, String> labels) {}

    RouteTable(List<Operation<?, ?>> operations, JsonReader json) {
        routes = operations.stream()
                .flatMap(operation -> operation.bindings().stream()
                        .map(binding -> HttpForm.of(operation, binding))
                        .map(form -> new Route(form, operation, RestInput.of(operation, form, json))))
                .sorted(Comparator.comparing(Route::uri, UriTemplate.MOST_SPECIFIC_FIRST))
                .toList();
    }

    Optional<Match> match(HttpRequest request) {
        List<String> path = UriTemplate.split(request.rawPath());
        for (Route route : routes) {
            if (route.form.method().equals(request.method())) {
                var labels = route.uri().match(path, request.rawQuery());
                if (labels.isPresent()) {
                    return Optional.of(new Match(route.operation, route.input, labels.get()));
                }
            }
        }
        return Optional.empty();
    }
}
