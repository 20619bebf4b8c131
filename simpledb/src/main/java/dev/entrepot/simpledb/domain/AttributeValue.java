package dev.entrepot.simpledb.domain;

/** One pair of an item. An attribute with several values has as many pairs. */
public record AttributeValue(String name, String value) {}
