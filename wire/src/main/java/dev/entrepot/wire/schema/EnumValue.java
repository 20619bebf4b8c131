package dev.entrepot.wire.schema;

/** A constant of a generated enum. */
public interface EnumValue {
    /** The text on the wire. */
    String value();
}
