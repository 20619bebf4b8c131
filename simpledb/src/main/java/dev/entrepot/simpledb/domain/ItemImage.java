package dev.entrepot.simpledb.domain;

/**
 * An item as it is, or was.
 *
 * @param version the number of the write that made it so
 */
public record ItemImage(long version, byte[] document) {}
