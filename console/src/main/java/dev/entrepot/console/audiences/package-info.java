/**
 * Pages of Clean Rooms ML: lookalike models, audiences with their quality drawn over their size, and exports. Every one is an operation of
 * Clean Rooms ML under the visitor's key pair.
 */
@NullMarked
package dev.entrepot.console.audiences;

import org.jspecify.annotations.NullMarked;
