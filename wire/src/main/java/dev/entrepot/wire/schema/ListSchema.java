package dev.entrepot.wire.schema;

/**
 * A list.
 *
 * @param sparse whether null elements are kept; they are refused otherwise
 */
public record ListSchema(String id, Member member, boolean sparse) implements Schema {
    public static ListSchema of(String id, Member.Builder member) {
        return new ListSchema(id, member.build(0), false);
    }

    public static ListSchema sparse(String id, Member.Builder member) {
        return new ListSchema(id, member.build(0), true);
    }

    @Override
    public ShapeType type() {
        return ShapeType.LIST;
    }
}
