package dev.entrepot.server;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code docs/compatibility.md}: services by operations by protocols. */
record CompatibilityPage(List<ServiceInScope> services, ServedOperations served) {
    String text() {
        return """
                # Compatibility

                Which operations of which service answer in which protocol. This page is written out of the running program, and a test
                fails when it no longer tells the truth. How an answer differs from AWS's is said in the [README](../README.md#how-it-differs).

                """ + overview() + lines(services, this::table);
    }

    /** A line a service, as the README has it too. */
    String overview() {
        return """
                | service | API version | operations supported |
                |---|---|---|
                """ + lines(services, this::summary);
    }

    private String summary(ServiceInScope service) {
        long supported = service.operations().stream()
                .filter(operation ->
                        service.protocols().stream().allMatch(each -> served.has(service, each, operation)))
                .count();
        return "| %s | %s | %d of %d |\n"
                .formatted(
                        service.title(),
                        service.version(),
                        supported,
                        service.operations().size());
    }

    private String table(ServiceInScope service) {
        return """

                ## %s

                | operation | %s |
                |---|%s
                """.formatted(
                                service.title(),
                                String.join(" | ", service.protocols()),
                                "---|".repeat(service.protocols().size()))
                + lines(service.operations(), operation -> row(service, operation));
    }

    private String row(ServiceInScope service, String operation) {
        String cells = service.protocols().stream()
                .map(protocol -> served.has(service, protocol, operation) ? "supported" : "not yet")
                .collect(Collectors.joining(" | "));
        return "| %s | %s |\n".formatted(operation, cells);
    }

    private static <T> String lines(List<T> values, Function<T, String> line) {
        return values.stream().map(line).collect(Collectors.joining());
    }
}
