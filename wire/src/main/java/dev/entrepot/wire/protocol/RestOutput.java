package dev.entrepot.wire.protocol;

import dev.entrepot.wire.codec.Blobs;
import dev.entrepot.wire.codec.HeaderValues;
import dev.entrepot.wire.codec.JsonFlavour;
import dev.entrepot.wire.codec.JsonWriter;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.schema.EnumValue;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructSchema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spreads an output or an error over status, headers and body.
 *
 * @param modelled whether the contract names an output
 */
record RestOutput(HttpMembers members, boolean modelled) {
    private static final JsonWriter JSON = new JsonWriter(JsonFlavour.REST);
    private static final byte[] NO_BODY = {};
    private static final List<Integer> BODILESS = List.of(204, 304);

    static RestOutput of(StructSchema schema, boolean modelled) {
        return new RestOutput(HttpMembers.ofOutput(schema), modelled);
    }

    /** @throws NotAcceptable when the caller takes no answer of this kind */
    void requireAccepted(HttpRequest request) {
        if (members.payload().isEmpty()) {
            MediaTypes.requireAccepted(request, MediaTypes.JSON);
        } else if (!HttpMembers.isOfAnyType(members.payload().get())) {
            MediaTypes.requireAccepted(
                    request, HttpMembers.mediaType(members.payload().get()));
        }
    }

    /** @param headers those of every answer; members add theirs */
    HttpResponse write(Struct value, int modelledStatus, Headers.Builder headers) {
        return write(value, "", modelledStatus, headers);
    }

    /** @param type repeated in the body; empty for none */
    HttpResponse write(Struct value, String type, int modelledStatus, Headers.Builder headers) {
        int status = members.responseCode()
                .map(member -> (Integer) value.get(member.index()))
                .orElse(modelledStatus);
        boolean typed = headers(value, headers);
        byte[] body = BODILESS.contains(status) || !modelled ? NO_BODY : body(value, type);
        if (!typed && body.length > 0) {
            headers.add(
                    "Content-Type",
                    members.payload().map(HttpMembers::mediaType).orElse(MediaTypes.JSON));
        }
        return new HttpResponse(status, headers.build(), body);
    }

    /** @return whether a member is the content type */
    private boolean headers(Struct value, Headers.Builder headers) {
        var written = new HashSet<String>();
        for (Member member : members.headers()) {
            Object header = value.get(member.index());
            if (header != null) {
                headers.add(member.placeName(), octets(HeaderValues.write(member, header)));
                written.add(member.placeName().toLowerCase(Locale.ROOT));
            }
        }
        members.prefixHeaders().ifPresent(member -> {
            if (value.get(member.index()) instanceof Map<?, ?> map) {
                map.forEach((suffix, header) -> {
                    String name = member.placeName() + suffix;
                    if (header != null && written.add(name.toLowerCase(Locale.ROOT))) {
                        headers.add(name, octets(HeaderValues.safe((String) header)));
                    }
                });
            }
        });
        return written.contains("content-type");
    }

    /** A character a byte, as the listener sends header values; requests are read likewise. */
    private static String octets(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private byte[] body(Struct value, String type) {
        if (members.payload().isEmpty()) {
            return JSON.writeStruct(value, members.body()::contains, type);
        }
        Member payload = members.payload().get();
        return payload(payload, value.get(payload.index()));
    }

    private static byte[] payload(Member member, @Nullable Object payload) {
        return switch (payload) {
            case null -> NO_BODY;
            case ByteBuffer blob -> Blobs.bytes(blob);
            case String text when member.type() != ShapeType.DOCUMENT -> text.getBytes(StandardCharsets.UTF_8);
            case EnumValue constant -> constant.value().getBytes(StandardCharsets.UTF_8);
            default -> JSON.writeValue(member, payload);
        };
    }
}
