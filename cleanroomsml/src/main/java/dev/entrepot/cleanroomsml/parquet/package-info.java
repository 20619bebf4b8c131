/**
 * Reads Parquet files column by column: footer, pages and compression are ours, levels and encodings are Apache Parquet's own classes.
 * Its reader of whole files would bring Hadoop along, of which nothing is of use here.
 */
@NullMarked
package dev.entrepot.cleanroomsml.parquet;

import org.jspecify.annotations.NullMarked;
