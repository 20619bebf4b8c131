package dev.entrepot.wire.fuzz;

import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.EnumSchema;
import dev.entrepot.wire.schema.HttpBinding;
import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Schema;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructSchema;
import dev.entrepot.wire.schema.TimestampFormat;
import java.util.List;
import java.util.function.Supplier;

/** A contract with every kind of shape and place, so that no branch of a codec is out of reach. Names are short: inputs are guessed. */
final class EveryShape {
    private static final StructSchema CHOICE = DynamicStruct.schema(builder -> StructSchema.union(
            "fuzz#Choice", builder, Member.of("a", SimpleSchema.STRING), Member.of("b", () -> EveryShape.BODY)));

    /** What every protocol can carry; no protocol but the JSON ones has documents. */
    private static final StructSchema BODY = DynamicStruct.structure(
            "Body",
            Member.of("a", SimpleSchema.STRING),
            Member.of("b", SimpleSchema.BOOLEAN),
            Member.of("c", SimpleSchema.BYTE),
            Member.of("d", SimpleSchema.SHORT),
            Member.of("e", SimpleSchema.INTEGER).jsonName("E"),
            Member.of("f", SimpleSchema.LONG),
            Member.of("g", SimpleSchema.FLOAT),
            Member.of("h", SimpleSchema.DOUBLE),
            Member.of("i", SimpleSchema.BIG_INTEGER),
            Member.of("j", SimpleSchema.BIG_DECIMAL),
            Member.of("k", SimpleSchema.BLOB),
            Member.of("l", SimpleSchema.TIMESTAMP),
            Member.of("m", SimpleSchema.TIMESTAMP).timestampFormat(TimestampFormat.DATE_TIME),
            Member.of("n", SimpleSchema.TIMESTAMP).timestampFormat(TimestampFormat.HTTP_DATE),
            Member.of("o", EnumSchema.of("fuzz#Text", "x", "y")),
            Member.of("p", new EnumSchema("fuzz#Number", ShapeType.INT_ENUM, List.of("1"), List.of("1"))),
            Member.of("q", list(() -> EveryShape.BODY)),
            Member.of("r", list(() -> SimpleSchema.STRING)).xmlFlattened(),
            Member.of("s", map(SimpleSchema.INTEGER)),
            Member.of("t", map(SimpleSchema.STRING)).xmlFlattened(),
            Member.of("u", () -> CHOICE),
            Member.of("v", () -> EveryShape.BODY));

    private static final StructSchema JSON_BODY = DynamicStruct.structure(
            "JsonBody",
            Member.of("a", SimpleSchema.DOCUMENT),
            Member.of("b", () -> BODY),
            Member.of("c", ListSchema.sparse("fuzz#Sparse", Member.of("member", SimpleSchema.STRING))));

    private static final StructSchema PLACES = DynamicStruct.structure(
            "Places",
            Member.of("one", SimpleSchema.STRING).required().place(HttpPlace.LABEL, "one"),
            Member.of("many", SimpleSchema.STRING).required().place(HttpPlace.LABEL, "many"),
            Member.of("q", list(() -> SimpleSchema.TIMESTAMP)).place(HttpPlace.QUERY, "q"),
            Member.of("n", SimpleSchema.DOUBLE).place(HttpPlace.QUERY, "n"),
            Member.of("all", map(SimpleSchema.STRING)).place(HttpPlace.QUERY_PARAMS, ""),
            Member.of("h", list(() -> SimpleSchema.STRING)).place(HttpPlace.HEADER, "X-H"),
            Member.of("d", list(() -> SimpleSchema.TIMESTAMP)).place(HttpPlace.HEADER, "X-D"),
            Member.of("p", map(SimpleSchema.STRING)).place(HttpPlace.PREFIX_HEADERS, "X-P-"),
            Member.of("b", () -> BODY).place(HttpPlace.PAYLOAD, ""));

    static final Service SERVICE = new Service(
            "fuzz#Every",
            "1",
            "every",
            "",
            List.of(
                    operation("Body", BODY, new HttpBinding("POST", "/body", 200)),
                    operation("JsonBody", JSON_BODY, new HttpBinding("POST", "/json", 200)),
                    operation("Places", PLACES, new HttpBinding("PUT", "/a/{one}/b/{many+}?x=y", 200))));

    /** The members that are one text each. */
    static final List<Member> SIMPLE = BODY.members().stream()
            .filter(member -> member.type().compareTo(ShapeType.LIST) < 0)
            .toList();

    private EveryShape() {}

    private static ListSchema list(Supplier<Schema> element) {
        return ListSchema.of("fuzz#List", Member.of("member", element));
    }

    private static MapSchema map(Schema value) {
        return MapSchema.of("fuzz#Map", Member.of("key", SimpleSchema.STRING), Member.of("value", value));
    }

    private static Operation<Struct, Struct> operation(String name, StructSchema both, HttpBinding binding) {
        return new Operation<>(name, both, both, true, true, List.of(binding), List.of());
    }
}
