package dev.entrepot.wire.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The cases that are not for us: {@code protocol kind id: reason}, a line each. */
final class Exclusions {
    private final Set<String> cases = new HashSet<>();

    static Exclusions load() {
        var exclusions = new Exclusions();
        try (InputStream file = Exclusions.class.getResourceAsStream("/conformance-exclusions.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> exclusions.cases.add(line.substring(0, line.indexOf(':'))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return exclusions;
    }

    boolean has(SuiteCase test) {
        return cases.contains(test.name());
    }

    Set<String> all() {
        return Set.copyOf(cases);
    }
}
