package dev.entrepot.wire.schema;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A value of a shape that is known at run time only; built by the code that generated builders extend. */
public record DynamicStruct(StructSchema schema, @Nullable Object[] values) implements Struct {
    @Override
    public @Nullable Object get(int member) {
        return values[member];
    }

    /** A schema whose builders make dynamic structs. */
    public static StructSchema schema(Function<Supplier<StructBuilder>, StructSchema> make) {
        var self = new StructSchema[1];
        self[0] = make.apply(() -> new Builder(self[0]));
        return self[0];
    }

    /** A structure named in no contract. */
    public static StructSchema structure(String name, Member.Builder... members) {
        return schema(builder -> StructSchema.structure("dev.entrepot.test#" + name, builder, members));
    }

    private static final class Builder extends RecordBuilder {
        Builder(StructSchema schema) {
            super(schema);
        }

        @Override
        public Struct build() {
            List<Member> members = schema().members();
            return new DynamicStruct(
                    schema(),
                    IntStream.range(0, members.size())
                            .mapToObj(i -> optional(
                                            i, decoded -> finish(members.get(i).target(), decoded))
                                    .orElse(null))
                            .toArray());
        }

        private static Object finish(Schema schema, Object decoded) {
            return switch (schema) {
                case StructSchema struct -> ((StructBuilder) decoded).build();
                case ListSchema list ->
                    StructBuilder.finishList(
                            (List<?>) decoded, each -> finish(list.member().target(), each));
                case MapSchema map -> finishMap(map, decoded);
                default -> decoded;
            };
        }

        @SuppressWarnings("unchecked") // the schema says so
        private static Object finishMap(MapSchema map, Object decoded) {
            return StructBuilder.finishMap(
                    (Map<String, ?>) decoded, each -> finish(map.value().target(), each));
        }
    }
}
