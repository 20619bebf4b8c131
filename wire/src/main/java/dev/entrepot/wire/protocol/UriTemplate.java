package dev.entrepot.wire.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The path of a REST operation: literal segments, labels and at most one greedy label, and the query literals it demands (wire
 * dossier, section 6). Matches raw paths, so that an encoded slash stays inside its label and dot segments are data.
 */
final class UriTemplate {
    /** A literal segment beats a label, a label a greedy label, longer beats shorter, then more query literals. */
    static final Comparator<UriTemplate> MOST_SPECIFIC_FIRST = UriTemplate::bySegments;

    private final List<Segment> segments;
    private final List<String> queryLiterals;

    /** In order of precedence. */
    private enum Kind {
        LITERAL,
        LABEL,
        GREEDY
    }

    private record Segment(Kind kind, String text) {
        static Segment of(String text) {
            if (!text.startsWith("{")) {
                return new Segment(Kind.LITERAL, text);
            }
            return text.endsWith("+}")
                    ? new Segment(Kind.GREEDY, text.substring(1, text.length() - 2))
                    : new Segment(Kind.LABEL, text.substring(1, text.length() - 1));
        }
    }

    private UriTemplate(List<Segment> segments, List<String> queryLiterals) {
        this.segments = segments;
        this.queryLiterals = queryLiterals;
    }

    static UriTemplate parse(String uri) {
        int query = uri.indexOf('?');
        List<String> path = split(query < 0 ? uri : uri.substring(0, query));
        if (path.getLast().isEmpty()) {
            path.removeLast();
        }
        List<String> literals =
                query < 0 ? List.of() : List.of(uri.substring(query + 1).split("&"));
        return new UriTemplate(
                path.stream().map(Segment::of).toList(),
                literals.stream().map(UriTemplate::pair).toList());
    }

    Set<String> labels() {
        return segments.stream()
                .filter(segment -> segment.kind() != Kind.LITERAL)
                .map(Segment::text)
                .collect(Collectors.toSet());
    }

    /** The segments of a raw path; the last is empty when the path ends in a slash. */
    static List<String> split(String rawPath) {
        var parts = new ArrayList<String>();
        int start = rawPath.startsWith("/") ? 1 : 0;
        for (int slash = rawPath.indexOf('/', start); slash >= 0; slash = rawPath.indexOf('/', start)) {
            parts.add(rawPath.substring(start, slash));
            start = slash + 1;
        }
        parts.add(rawPath.substring(start));
        return parts;
    }

    /**
     * The labels' values, still percent-encoded; empty when the template does not match. A trailing slash is optional.
     *
     * @param path what {@link #split} made
     */
    Optional<Map<String, String>> match(List<String> path, String rawQuery) {
        boolean endsGreedy = !segments.isEmpty() && segments.getLast().kind() == Kind.GREEDY;
        int length = path.getLast().isEmpty() && !endsGreedy ? path.size() - 1 : path.size();
        var labels = new HashMap<String, String>();
        int at = 0;
        for (Segment segment : segments) {
            int width = segment.kind() == Kind.GREEDY ? length - segments.size() + 1 : 1;
            if (width < 1 || at + width > length || !take(segment, path.subList(at, at + width), labels)) {
                return Optional.empty();
            }
            at += width;
        }
        return at == length && demands(rawQuery) ? Optional.of(labels) : Optional.empty();
    }

    private static boolean take(Segment segment, List<String> raw, Map<String, String> labels) {
        if (segment.kind() == Kind.LITERAL) {
            return segment.text().equals(raw.getFirst());
        }
        String value = String.join("/", raw);
        labels.put(segment.text(), value);
        return !value.isEmpty();
    }

    private boolean demands(String rawQuery) {
        return queryLiterals.isEmpty()
                || List.of(rawQuery.split("&")).stream()
                        .map(UriTemplate::pair)
                        .toList()
                        .containsAll(queryLiterals);
    }

    /** {@code key} and {@code key=} are the same. */
    private static String pair(String raw) {
        return raw.indexOf('=') < 0 ? raw + "=" : raw;
    }

    private static int bySegments(UriTemplate left, UriTemplate right) {
        for (int i = 0; i < Math.min(left.segments.size(), right.segments.size()); i++) {
            int kinds =
                    left.segments.get(i).kind().compareTo(right.segments.get(i).kind());
            if (kinds != 0) {
                return kinds;
            }
        }
        int lengths = Integer.compare(right.segments.size(), left.segments.size());
        return lengths != 0 ? lengths : Integer.compare(right.queryLiterals.size(), left.queryLiterals.size());
    }
}
