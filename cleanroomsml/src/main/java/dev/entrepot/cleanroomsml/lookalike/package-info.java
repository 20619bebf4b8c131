/**
 * Lookalike audiences: from who interacted with what, a {@link LookalikeModel} once; from the model and seed users a
 * {@link Ranking} of all other users with its {@link Metrics}; from the ranking audiences of any size, by cutting alone.
 * Pure computation, the same for the same input and random seed, whatever the number of threads and the order of the input
 * (dossier of Clean Rooms ML audiences, sections 2.5, 3 and 4.5).
 */
@NullMarked
package dev.entrepot.cleanroomsml.lookalike;

import org.jspecify.annotations.NullMarked;
