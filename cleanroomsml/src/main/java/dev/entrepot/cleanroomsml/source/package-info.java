/**
 * Tables of interactions: the catalog that says where they are, and readers of their files in CSV, JSON lines and Parquet (dossier,
 * sections 2.1 and 2.2). Whatever is wrong with one ends the job, with a reason that names file, line and column and never a value.
 */
@NullMarked
package dev.entrepot.cleanroomsml.source;

import org.jspecify.annotations.NullMarked;
