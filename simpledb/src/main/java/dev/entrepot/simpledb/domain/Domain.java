package dev.entrepot.simpledb.domain;

/**
 * A domain as its row is.
 *
 * @param version the number of its latest write
 * @param items how many it has
 * @param batch that is open
 * @param unindexed bytes written since one was last closed to go into the index
 */
public record Domain(long id, String name, long version, long items, long batch, long unindexed) {}
