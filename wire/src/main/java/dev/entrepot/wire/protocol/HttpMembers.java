package dev.entrepot.wire.protocol;

import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.StructSchema;
import java.util.List;
import java.util.Optional;

/** The members of a structure by their place in an HTTP message. */
record HttpMembers(
        List<Member> labels,
        List<Member> queries,
        Optional<Member> queryParams,
        List<Member> headers,
        Optional<Member> prefixHeaders,
        Optional<Member> payload,
        Optional<Member> responseCode,
        boolean hasBodyMembers,
        boolean isEmpty) {

    static HttpMembers of(StructSchema schema) {
        return new HttpMembers(
                in(schema, HttpPlace.LABEL),
                in(schema, HttpPlace.QUERY),
                in(schema, HttpPlace.QUERY_PARAMS).stream().findFirst(),
                in(schema, HttpPlace.HEADER),
                in(schema, HttpPlace.PREFIX_HEADERS).stream().findFirst(),
                in(schema, HttpPlace.PAYLOAD).stream().findFirst(),
                in(schema, HttpPlace.RESPONSE_CODE).stream().findFirst(),
                !in(schema, HttpPlace.BODY).isEmpty(),
                schema.members().isEmpty());
    }

    private static List<Member> in(StructSchema schema, HttpPlace place) {
        return schema.members().stream()
                .filter(member -> member.place() == place)
                .toList();
    }

    static boolean isInBody(Member member) {
        return member.place() == HttpPlace.BODY;
    }

    /** The media type of a payload that is the whole body. */
    static String mediaType(Member payload) {
        if (!payload.mediaType().isEmpty()) {
            return payload.mediaType();
        }
        return switch (payload.type()) {
            case BLOB -> "application/octet-stream";
            case STRING, ENUM -> "text/plain";
            default -> MediaTypes.JSON;
        };
    }

    /** A blob whose contract names no media type may be of any. */
    static boolean isOfAnyType(Member payload) {
        return payload.type() == ShapeType.BLOB && payload.mediaType().isEmpty();
    }
}
