/**
 * Figures and how they are shown: medians and percentiles of repeated measurements.
 * The machine's load is shown beside them.
 */
@NullMarked
package dev.entrepot.bench.figures;

import org.jspecify.annotations.NullMarked;
