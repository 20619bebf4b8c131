package dev.entrepot.wire.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pairs of a query string or a form body, decoded, in the order sent. */
public record FormParameters(List<Pair> pairs) {
    private static final int MAX_PAIRS = 50_000;

    public FormParameters {
        pairs = List.copyOf(pairs);
    }

    /** One decoded pair; a key without {@code =} has an empty value. */
    public record Pair(String key, String value) {}

    /** As {@link #parse(byte[])}; refuses characters outside of Latin-1, which have no byte. */
    public static FormParameters parse(String raw) {
        return parse(PercentCoding.latin1(raw));
    }

    /** Decodes {@code %XX} and {@code +}; refuses broken escapes and bytes that are not UTF-8. */
    public static FormParameters parse(byte[] raw) {
        var pairs = new ArrayList<Pair>();
        int start = 0;
        while (start < raw.length) {
            int end = indexOf('&', raw, start, raw.length);
            if (end > start) {
                int keyEnd = indexOf('=', raw, start, end);
                pairs.add(new Pair(
                        PercentCoding.decodeForm(raw, start, keyEnd),
                        keyEnd == end ? "" : PercentCoding.decodeForm(raw, keyEnd + 1, end)));
            }
            if (pairs.size() > MAX_PAIRS) {
                throw new MalformedInput("Too many parameters");
            }
            start = end + 1;
        }
        return new FormParameters(pairs);
    }

    private static int indexOf(char wanted, byte[] raw, int start, int end) {
        int at = start;
        while (at < end && raw[at] != wanted) {
            at++;
        }
        return at;
    }

    /** Every value of each key, both in the order sent. */
    public Map<String, List<String>> byKey() {
        var values = new LinkedHashMap<String, List<String>>();
        pairs.forEach(pair ->
                values.computeIfAbsent(pair.key, any -> new ArrayList<>()).add(pair.value));
        return values;
    }

    /** The first value of this key. */
    public Optional<String> first(String key) {
        for (Pair pair : pairs) {
            if (pair.key.equals(key)) {
                return Optional.of(pair.value);
            }
        }
        return Optional.empty();
    }
}
