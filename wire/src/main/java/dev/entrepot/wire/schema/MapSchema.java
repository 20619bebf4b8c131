package dev.entrepot.wire.schema;

/**
 * A map with text keys.
 *
 * @param sparse whether null values are kept; they are refused otherwise
 */
public record MapSchema(String id, Member key, Member value, boolean sparse) implements Schema {
    public static MapSchema of(String id, Member.Builder key, Member.Builder value) {
        return new MapSchema(id, key.build(0), value.build(1), false);
    }

    public static MapSchema sparse(String id, Member.Builder key, Member.Builder value) {
        return new MapSchema(id, key.build(0), value.build(1), true);
    }

    @Override
    public ShapeType type() {
        return ShapeType.MAP;
    }
}
