package dev.entrepot.wire.fuzz;

import dev.entrepot.wire.codec.TextScalars;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.TimestampFormat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what a server only reads: an input as a form of awsQuery, every list with its indices. */
final class FormWriter {
    /** As many as are read in a key. */
    private static final long MOST_STEPS = 64;

    private final StringBuilder form = new StringBuilder();
    private boolean tooDeep;

    /** Empty when a key would be too deep, which may be when the original left indices out. */
    static Optional<String> write(Operation<?, ?> operation, String version, Struct input) {
        var writer = new FormWriter();
        writer.pair("Action", operation.name());
        writer.pair("Version", version);
        writer.members("", input);
        return writer.tooDeep ? Optional.empty() : Optional.of(writer.form.toString());
    }

    private void pair(String key, String value) {
        tooDeep |= key.chars().filter(c -> c == '.').count() >= MOST_STEPS;
        form.append(form.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(key, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private void members(String prefix, Struct struct) {
        for (Member member : struct.schema().members()) {
            Object value = struct.get(member.index());
            if (value != null) {
                value(prefix + member.xmlName(), member, value);
            }
        }
    }

    private void value(String key, Member member, Object value) {
        switch (value) {
            case Struct struct -> {
                pair(key, "");
                members(key + ".", struct);
            }
            case List<?> list -> list(key, member, (ListSchema) member.target(), list);
            case Map<?, ?> map -> map(key, member, (MapSchema) member.target(), map);
            default -> pair(key, TextScalars.write(member, value, TimestampFormat.DATE_TIME));
        }
    }

    private void list(String key, Member member, ListSchema schema, List<?> list) {
        String parent =
                member.xmlFlattened() ? key : key + "." + schema.member().xmlName();
        int number = 0;
        pair(key, "");
        for (Object element : list) {
            value(parent + "." + ++number, schema.member(), element);
        }
    }

    private void map(String key, Member member, MapSchema schema, Map<?, ?> map) {
        String parent = member.xmlFlattened() ? key : key + ".entry";
        int number = 0;
        pair(key, "");
        for (var entry : map.entrySet()) {
            String each = parent + "." + ++number + ".";
            pair(each + schema.key().xmlName(), (String) entry.getKey());
            value(each + schema.value().xmlName(), schema.value(), entry.getValue());
        }
    }
}
