package dev.entrepot.wire.protocol;

import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.StructSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
    static HttpMembers ofInput(StructSchema schema, HttpForm form) {
        return of(schema, form::placeOf, form::isAlsoInBody);
    }

    /** A place that only requests have means nothing in an answer: the member is in the body. */
    static HttpMembers ofOutput(StructSchema schema) {
        return of(
                schema,
                member -> switch (member.place()) {
                    case LABEL, QUERY, QUERY_PARAMS -> HttpPlace.BODY;
                    default -> member.place();
                },
                member -> false);
    }

    private static HttpMembers of(
            StructSchema schema, Function<Member, HttpPlace> place, Predicate<Member> isAlsoInBody) {
        Map<HttpPlace, List<Member>> by = schema.members().stream().collect(Collectors.groupingBy(place));
        return new HttpMembers(
                by.getOrDefault(HttpPlace.LABEL, List.of()),
                by.getOrDefault(HttpPlace.QUERY, List.of()),
                by.getOrDefault(HttpPlace.QUERY_PARAMS, List.of()).stream().findFirst(),
                by.getOrDefault(HttpPlace.HEADER, List.of()),
                by.getOrDefault(HttpPlace.PREFIX_HEADERS, List.of()).stream().findFirst(),
                by.getOrDefault(HttpPlace.PAYLOAD, List.of()).stream().findFirst(),
                by.getOrDefault(HttpPlace.RESPONSE_CODE, List.of()).stream().findFirst(),
                schema.members().stream()
                        .filter(member -> place.apply(member) == HttpPlace.BODY || isAlsoInBody.test(member))
                        .collect(Collectors.toUnmodifiableSet()),
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
