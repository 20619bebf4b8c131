package dev.entrepot.wire.schema;

/** A shape without parts. Constraints of named simple shapes are resolved into the members that target them. */
public record SimpleSchema(String id, ShapeType type) implements Schema {
    public static final SimpleSchema BOOLEAN = prelude("Boolean", ShapeType.BOOLEAN);
    public static final SimpleSchema BYTE = prelude("Byte", ShapeType.BYTE);
    public static final SimpleSchema SHORT = prelude("Short", ShapeType.SHORT);
    public static final SimpleSchema INTEGER = prelude("Integer", ShapeType.INTEGER);
    public static final SimpleSchema LONG = prelude("Long", ShapeType.LONG);
    public static final SimpleSchema FLOAT = prelude("Float", ShapeType.FLOAT);
    public static final SimpleSchema DOUBLE = prelude("Double", ShapeType.DOUBLE);
    public static final SimpleSchema BIG_INTEGER = prelude("BigInteger", ShapeType.BIG_INTEGER);
    public static final SimpleSchema BIG_DECIMAL = prelude("BigDecimal", ShapeType.BIG_DECIMAL);
    public static final SimpleSchema STRING = prelude("String", ShapeType.STRING);
    public static final SimpleSchema BLOB = prelude("Blob", ShapeType.BLOB);
    public static final SimpleSchema TIMESTAMP = prelude("Timestamp", ShapeType.TIMESTAMP);
    public static final SimpleSchema DOCUMENT = prelude("Document", ShapeType.DOCUMENT);

    private static SimpleSchema prelude(String name, ShapeType type) {
        return new SimpleSchema("smithy.api#" + name, type);
    }
}
