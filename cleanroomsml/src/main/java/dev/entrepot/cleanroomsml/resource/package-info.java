/**
 * What all resources of Clean Rooms ML have in common: ARNs, states, names, tags, quotas, listings, and their one table (dossier,
 * sections 1.2 to 1.7 and 1.11 to 1.13). Nothing here knows what a dataset or a model is.
 */
@NullMarked
package dev.entrepot.cleanroomsml.resource;

import org.jspecify.annotations.NullMarked;
