package dev.entrepot.wire.schema;

import java.util.List;

/**
 * A closed set of texts or numbers.
 *
 * @param values the accepted values in order of definition: texts for ENUM, decimal texts for INT_ENUM
 * @param visible those of them that an error message may list; internal ones are left out
 */
public record EnumSchema(String id, ShapeType type, List<String> values, List<String> visible) implements Schema {
    public EnumSchema {
        values = List.copyOf(values);
        visible = List.copyOf(visible);
    }

    public static EnumSchema of(String id, String... values) {
        return new EnumSchema(id, ShapeType.ENUM, List.of(values), List.of(values));
    }
}
