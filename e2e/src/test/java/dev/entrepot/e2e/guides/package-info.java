/**
 * The pages that people read, done as they say. A page that no longer tells the truth fails.
 */
@NullMarked
package dev.entrepot.e2e.guides;

import org.jspecify.annotations.NullMarked;
