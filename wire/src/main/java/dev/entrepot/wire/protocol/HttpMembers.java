package dev.entrepot.wire.protocol;

import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.StructSchema;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The members of an input or output by their place in an HTTP message. */
record HttpMembers(
        List<Member> labels,
        List<Member> queries,
        Optional<Member> queryParams,
        List<Member> headers,
        Optional<Member> prefixHeaders,
        Optional<Member> payload,
        Optional<Member> responseCode,
        Set<Member> body,
        boolean isEmpty) {
    private static final Set<HttpPlace> OF_REQUESTS = EnumSet.of(
            HttpPlace.LABEL,
            HttpPlace.QUERY,
            HttpPlace.QUERY_PARAMS,
            HttpPlace.HEADER,
            HttpPlace.PREFIX_HEADERS,
            HttpPlace.PAYLOAD);
    private static final Set<HttpPlace> OF_RESPONSES =
            EnumSet.of(HttpPlace.HEADER, HttpPlace.PREFIX_HEADERS, HttpPlace.PAYLOAD, HttpPlace.RESPONSE_CODE);

    static HttpMembers ofInput(StructSchema schema) {
        return of(schema, OF_REQUESTS);
    }

    static HttpMembers ofOutput(StructSchema schema) {
        return of(schema, OF_RESPONSES);
    }

    /** A place that this kind of message does not have means nothing: the member is in the body. */
    private static HttpMembers of(StructSchema schema, Set<HttpPlace> places) {
        Map<HttpPlace, List<Member>> by = schema.members().stream()
                .collect(Collectors.groupingBy(
                        member -> places.contains(member.place()) ? member.place() : HttpPlace.BODY));
        return new HttpMembers(
                by.getOrDefault(HttpPlace.LABEL, List.of()),
                by.getOrDefault(HttpPlace.QUERY, List.of()),
                by.getOrDefault(HttpPlace.QUERY_PARAMS, List.of()).stream().findFirst(),
                by.getOrDefault(HttpPlace.HEADER, List.of()),
                by.getOrDefault(HttpPlace.PREFIX_HEADERS, List.of()).stream().findFirst(),
                by.getOrDefault(HttpPlace.PAYLOAD, List.of()).stream().findFirst(),
                by.getOrDefault(HttpPlace.RESPONSE_CODE, List.of()).stream().findFirst(),
                Set.copyOf(by.getOrDefault(HttpPlace.BODY, List.of())),
                schema.members().isEmpty());
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
