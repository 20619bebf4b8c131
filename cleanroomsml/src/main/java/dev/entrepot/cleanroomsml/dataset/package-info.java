/**
 * Training datasets: which table has the interactions, and what its columns mean (dossier, section 2.1). Only that is kept; the table
 * is read when a model is trained.
 */
@NullMarked
package dev.entrepot.cleanroomsml.dataset;

import org.jspecify.annotations.NullMarked;
