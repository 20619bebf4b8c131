package dev.entrepot.wire.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A structure, union or error: its members in order of definition, and how to build one. */
public final class StructSchema implements Schema {
    private final String id;
    private final ShapeType type;
    private final List<Member> members;
    private final Supplier<? extends StructBuilder> builder;
    private final @Nullable ErrorTrait error;
    private final XmlNames xml;
    private final Map<String, Member> byName = new HashMap<>();
    private final Map<String, Member> byJsonName = new HashMap<>();

    private StructSchema(
            String id,
            ShapeType type,
            List<Member> members,
            Supplier<? extends StructBuilder> builder,
            @Nullable ErrorTrait error,
            XmlNames xml) {
        this.id = id;
        this.type = type;
        this.members = members;
        this.builder = builder;
        this.error = error;
        this.xml = xml;
        for (Member member : members) {
            byName.put(member.name(), member);
            byJsonName.put(member.jsonName(), member);
        }
    }

    public static StructSchema structure(
            String id, Supplier<? extends StructBuilder> builder, Member.Builder... members) {
        return new StructSchema(id, ShapeType.STRUCTURE, indexed(members), builder, null, XmlNames.of(id));
    }

    public static StructSchema union(String id, Supplier<? extends StructBuilder> builder, Member.Builder... members) {
        return new StructSchema(id, ShapeType.UNION, indexed(members), builder, null, XmlNames.of(id));
    }

    public static StructSchema error(
            String id, ErrorTrait error, Supplier<? extends StructBuilder> builder, Member.Builder... members) {
        return new StructSchema(id, ShapeType.STRUCTURE, indexed(members), builder, error, XmlNames.of(id));
    }

    private static List<Member> indexed(Member.Builder... members) {
        return IntStream.range(0, members.length)
                .mapToObj(i -> members[i].build(i))
                .toList();
    }

    /** The same shape with other names in XML documents. */
    public StructSchema withXml(XmlNames names) {
        return new StructSchema(id, type, members, builder, error, names);
    }

    @Override
    public String id() {
        return id;
    }

    /** The id without its namespace. */
    public String name() {
        return id.substring(id.indexOf('#') + 1);
    }

    @Override
    public ShapeType type() {
        return type;
    }

    public List<Member> members() {
        return members;
    }

    public StructBuilder newBuilder() {
        return builder.get();
    }

    /** Present when this shape is an error. */
    public Optional<ErrorTrait> error() {
        return Optional.ofNullable(error);
    }

    public XmlNames xml() {
        return xml;
    }

    public Optional<Member> member(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Member> memberByJsonName(String jsonName) {
        return Optional.ofNullable(byJsonName.get(jsonName));
    }

    @Override
    public String toString() {
        return id;
    }
}
