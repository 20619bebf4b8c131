/**
 * Audience models: their operations, and the job that reads a dataset's table and trains a lookalike model on it (dossier, sections 1.7,
 * 2.1 and 2.2).
 */
@NullMarked
package dev.entrepot.cleanroomsml.model;

import org.jspecify.annotations.NullMarked;
