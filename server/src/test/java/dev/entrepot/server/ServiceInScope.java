package dev.entrepot.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An AWS service that is served or is to be.
 *
 * @param namespace of its Smithy contract
 * @param protocols by their Smithy names, such as {@code restJson1}
 */
record ServiceInScope(String title, String version, String namespace, List<String> protocols, List<String> operations) {

    /** As {@code operations-in-scope.txt} has them. */
    static List<ServiceInScope> all() {
        var services = new ArrayList<ServiceInScope>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("  ")) {
                services.getLast().operations.add(line.strip());
            } else if (!line.startsWith("#") && !line.isBlank()) {
                String[] parts = line.split(", |: ");
                services.add(new ServiceInScope(
                        parts[0], parts[1], parts[2], List.of(parts[3].split(" ")), new ArrayList<>()));
            }
        }
        return services;
    }

    private static String text() {
        try (var file = ServiceInScope.class.getResourceAsStream("/operations-in-scope.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
