/**
 * What benchmarks add to the package of this name in the module {@code cleanroomsml}: rankings to compare its own with. They use parts of
 * the models that nobody else sees.
 */
@NullMarked
package dev.entrepot.cleanroomsml.lookalike;

import org.jspecify.annotations.NullMarked;
