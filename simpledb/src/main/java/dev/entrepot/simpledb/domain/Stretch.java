package dev.entrepot.simpledb.domain;

/**
 * Items that follow one another.
 *
 * @param range holds these items and no others
 * @param bytes of their documents
 */
record Stretch(NameRange range, long items, long bytes) {}
