package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.RecordBuilder;
import dev.entrepot.wire.schema.Schema;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A value of a shape that is known at run time only; built by the code that generated builders extend. */
record DynamicStruct(StructSchema schema, @Nullable Object[] values) implements Struct {
    @Override
    public @Nullable Object get(int member) {
        return values[member];
    }

    static final class Builder extends RecordBuilder {
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
