package dev.entrepot.wire.schema;

/** The kinds of shape, as in the Smithy 2.0 specification, and the Java type that carries each through the codecs. */
public enum ShapeType {
    /** {@link Boolean} */
    BOOLEAN,
    /** {@link Byte} */
    BYTE,
    /** {@link Short} */
    SHORT,
    /** {@link Integer} */
    INTEGER,
    /** {@link Long} */
    LONG,
    /** {@link Float} */
    FLOAT,
    /** {@link Double} */
    DOUBLE,
    /** {@link java.math.BigInteger} */
    BIG_INTEGER,
    /** {@link java.math.BigDecimal} */
    BIG_DECIMAL,
    /** {@link String} */
    STRING,
    /** {@link String} while decoding; an {@link EnumValue} in a built struct */
    ENUM,
    /** {@link Integer} */
    INT_ENUM,
    /** read-only {@link java.nio.ByteBuffer} */
    BLOB,
    /** {@link java.time.Instant} */
    TIMESTAMP,
    /** JSON-like tree of {@link java.util.Map}, {@link java.util.List}, {@link String}, {@link Number}, {@link Boolean} */
    DOCUMENT,
    /** {@link java.util.List} */
    LIST,
    /** {@link java.util.Map} with text keys */
    MAP,
    /** {@link Struct} */
    STRUCTURE,
    /** {@link Struct} with exactly one member set */
    UNION
}
