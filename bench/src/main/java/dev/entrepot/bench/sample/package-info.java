/**
 * The data benchmarks run on: generated, the same every time.
 * They go into a data directory through the tables' own stores, in large batches, and not over HTTP.
 */
@NullMarked
package dev.entrepot.bench.sample;

import org.jspecify.annotations.NullMarked;
