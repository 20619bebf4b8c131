package dev.entrepot.bench.wire;

import dev.entrepot.wire.schema.EnumValue;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Struct;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A structure as clients of awsQuery send it; the wire itself never writes forms. */
final class QueryForm {
    private final StringBuilder form = new StringBuilder();

    private QueryForm() {}

    static byte[] of(String action, String version, Struct input) {
        var query = new QueryForm();
        query.form.append("Action=").append(action).append("&Version=").append(version);
        query.members("", input);
        return query.form.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void members(String prefix, Struct struct) {
        for (Member member : struct.schema().members()) {
            Object value = struct.get(member.index());
            if (value != null) {
                value(prefix + member.name(), value);
            }
        }
    }

    private void value(String key, Object value) {
        switch (value) {
            case Struct struct -> members(key + ".", struct);
            case List<?> list -> {
                int number = 1;
                for (Object element : list) {
                    value(key + ".member." + number++, element);
                }
            }
            case Map<?, ?> map -> {
                int number = 1;
                for (var entry : map.entrySet()) {
                    value(key + ".entry." + number + ".key", entry.getKey());
                    value(key + ".entry." + number++ + ".value", entry.getValue());
                }
            }
            case EnumValue constant -> pair(key, constant.value());
            case ByteBuffer blob -> {
                var bytes = new byte[blob.remaining()];
                blob.get(bytes);
                pair(key, Base64.getEncoder().encodeToString(bytes));
            }
            default -> pair(key, value.toString());
        }
    }

    private void pair(String key, String value) {
        form.append('&').append(key).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
