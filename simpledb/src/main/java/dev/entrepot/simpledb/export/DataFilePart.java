package dev.entrepot.simpledb.export;

import dev.entrepot.simpledb.domain.NameRange;

/**
 * One part of an export: the items of a range of names, which make one data file.
 *
 * @param number from 1 to {@code total}
 */
record DataFilePart(NameRange range, int number, int total) {}
