/**
 * Configured audience models: what of a model is offered, where its audiences go, and the policies that let other accounts bring seeds
 * (dossier, sections 1.4 and 1.8 to 1.10).
 */
@NullMarked
package dev.entrepot.cleanroomsml.configured;

import org.jspecify.annotations.NullMarked;
