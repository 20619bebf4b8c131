/**
 * Audience generation jobs: who may bring a seed to whose model, the job that ranks all users by it, and what either account sees of it
 * (dossier, sections 1.9, 1.11, 2.3 and 3).
 */
@NullMarked
package dev.entrepot.cleanroomsml.generation;

import org.jspecify.annotations.NullMarked;
