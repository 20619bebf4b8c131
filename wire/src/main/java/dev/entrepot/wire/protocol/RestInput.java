package dev.entrepot.wire.protocol;

import dev.entrepot.wire.codec.FormParameters;
import dev.entrepot.wire.codec.HeaderValues;
import dev.entrepot.wire.codec.JsonReader;
import dev.entrepot.wire.codec.PercentCoding;
import dev.entrepot.wire.codec.TextScalars;
import dev.entrepot.wire.codec.Utf8;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.TimestampFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gathers an operation's input from path, query, headers and body.
 *
 * @param modelled whether the contract names an input
 */
record RestInput(HttpMembers members, boolean modelled, JsonReader json) {
    static RestInput of(Operation<?, ?> operation, HttpForm form, JsonReader json) {
        return new RestInput(HttpMembers.ofInput(operation.input(), form), operation.modelsInput(), json);
    }

    void read(HttpRequest request, Map<String, String> labels, StructBuilder into) {
        requireMediaType(request);
        for (Member member : members.labels()) {
            String text = PercentCoding.decode(labels.get(member.name()));
            into.set(member.index(), scalar(member, text, TimestampFormat.DATE_TIME));
        }
        if (!members.queries().isEmpty() || members.queryParams().isPresent()) {
            query(FormParameters.parse(request.rawQuery()).byKey(), into);
        }
        headers(request, into);
        body(request.body(), into);
    }

    private void requireMediaType(HttpRequest request) {
        if (request.body().length == 0) {
            return;
        }
        if (members.payload().isPresent()) {
            Member payload = members.payload().get();
            if (!HttpMembers.isOfAnyType(payload)) {
                MediaTypes.require(request, HttpMembers.mediaType(payload));
            }
        } else if (!members.body().isEmpty() || modelled && members.isEmpty()) {
            MediaTypes.require(request, MediaTypes.JSON);
        } else if (request.header("content-type").isPresent()) {
            throw new UnsupportedMediaType("This operation takes no request body and no Content-Type");
        }
    }

    private void query(Map<String, List<String>> query, StructBuilder into) {
        for (Member member : members.queries()) {
            List<String> values = query.get(wireName(member));
            if (values != null) {
                into.set(
                        member.index(),
                        member.target() instanceof ListSchema list
                                ? values.stream()
                                        .map(text -> scalar(list.member(), text, TimestampFormat.DATE_TIME))
                                        .collect(Collectors.toList())
                                : scalar(member, values.getFirst(), TimestampFormat.DATE_TIME));
            }
        }
        members.queryParams().ifPresent(member -> {
            boolean lists = ((MapSchema) member.target()).value().type() == ShapeType.LIST;
            var map = new LinkedHashMap<String, Object>();
            query.forEach((key, values) -> map.put(key, lists ? values : values.getFirst()));
            if (!map.isEmpty()) {
                into.set(member.index(), map);
            }
        });
    }

    private static Object scalar(Member member, String text, TimestampFormat otherwise) {
        return TextScalars.readNamed(member, wireName(member), text, otherwise);
    }

    private static String wireName(Member member) {
        return member.placeName().isEmpty() ? member.name() : member.placeName();
    }

    private void headers(HttpRequest request, StructBuilder into) {
        for (Member member : members.headers()) {
            List<String> lines = request.headers().all(member.placeName()).stream()
                    .map(RestInput::text)
                    .toList();
            if (!lines.isEmpty()) {
                into.set(member.index(), HeaderValues.read(member, lines));
            }
        }
        members.prefixHeaders().ifPresent(member -> {
            String prefix = member.placeName().toLowerCase(Locale.ROOT);
            var map = new LinkedHashMap<String, Object>();
            request.headers().forEach((name, value) -> {
                if (name.startsWith(prefix)) {
                    map.putIfAbsent(name.substring(prefix.length()), text(value));
                }
            });
            if (!map.isEmpty()) {
                into.set(member.index(), map);
            }
        });
    }

    /** Of a header value, whose bytes are a character each. */
    private static String text(String value) {
        return Utf8.decode(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void body(byte[] body, StructBuilder into) {
        if (body.length == 0) {
            return;
        }
        if (members.payload().isPresent()) {
            payload(members.payload().get(), body, into);
        } else if (!members.body().isEmpty() || members.isEmpty()) {
            json.readStruct(body, into, members.body()::contains);
        }
    }

    private void payload(Member member, byte[] body, StructBuilder into) {
        Object value = switch (member.type()) {
            case BLOB -> ByteBuffer.wrap(body).asReadOnlyBuffer();
            case STRING, ENUM -> Utf8.decode(body);
            default -> json.readValue(body, member);
        };
        // Clients send {} for a payload structure that is not set.
        if (value != null && (member.required() || !isEmptyStructure(value))) {
            into.set(member.index(), value);
        }
    }

    private static boolean isEmptyStructure(Object value) {
        return value instanceof StructBuilder struct
                && struct.schema().members().stream().allMatch(member -> struct.get(member.index()) == null);
    }
}
