/**
 * The first page: how much each system holds, what is running and what ran last. Its figures are those that the systems' own listings
 * give.
 */
@NullMarked
package dev.entrepot.console.overview;

import org.jspecify.annotations.NullMarked;
