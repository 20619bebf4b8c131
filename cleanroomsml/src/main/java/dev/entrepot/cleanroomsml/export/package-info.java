/**
 * Audience export jobs: an audience of one size, cut from a ranking and written to the place that the model's owner has named (dossier,
 * section 2.5).
 */
@NullMarked
package dev.entrepot.cleanroomsml.export;

import org.jspecify.annotations.NullMarked;
