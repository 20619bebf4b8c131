/**
 * Measures the program against its targets; {@code docs/benchmarks.md} says what each figure means and holds the last ones.
 * Every benchmark prints its figures and the machine's load, since neither says much without the other.
 */
@NullMarked
package dev.entrepot.bench;

import org.jspecify.annotations.NullMarked;
