package dev.entrepot.console.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One address of the console and what answers it.
 *
 * @param method GET or POST
 * @param path below {@link #ROOT}; a step in braces stands for any one step: {@code domains/{name}}
 */
public record Route(String method, String path, Page page) {
    public static final String ROOT = "/_entrepot/console/";

    /** Answers visits; may throw whatever services throw, {@link BadForm} and {@link NotFound}. */
    public interface Page {
        Answer answer(Visit visit);
    }

    public static Route get(String path, Page page) {
        return new Route("GET", path, page);
    }

    public static Route post(String path, Page page) {
        return new Route("POST", path, page);
    }

    /** The address of a page, its open steps filled in: {@code at("domains", name)}. */
    public static String at(String... steps) {
        var address = new StringBuilder(ROOT);
        for (int i = 0; i < steps.length; i++) {
            address.append(i == 0 ? "" : "/").append(Fields.encode(steps[i]));
        }
        return address.toString();
    }

    /** The open steps, when {@code rawPath} is this route's. */
    public Optional<Map<String, String>> steps(String rawPath) {
        if (!rawPath.startsWith(ROOT)) {
            return Optional.empty();
        }
        String[] pattern = path.split("/", -1);
        String[] given = rawPath.substring(ROOT.length()).split("/", -1);
        if (pattern.length != given.length) {
            return Optional.empty();
        }
        var steps = new HashMap<String, String>();
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].startsWith("{")) {
                steps.put(pattern[i].substring(1, pattern[i].length() - 1), Fields.decode(given[i]));
            } else if (!pattern[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(steps);
    }
}
