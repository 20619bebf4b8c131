package dev.entrepot.simpledb.domain;

/**
 * A domain as its row is.
 *
 * @param version the number of its latest write
 * @param exported whether exports read it now
 * @param items how many it has
 */
public record Domain(long id, String name, long version, boolean exported, long items) {}
