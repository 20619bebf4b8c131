package dev.entrepot.simpledb.domain;

/**
 * A domain as its row is.
 *
 * @param version the number of its latest write
 * @param exported whether exports read it now
 * @param items how many it has
 * @param batch that writes add unindexed items to now
 * @param unindexed bytes written since that batch was opened
 */
public record Domain(long id, String name, long version, boolean exported, long items, long batch, long unindexed) {}
