/**
 * The bulk-job engine: a job is planned into parts, the parts run on all cores and nodes, and a finish makes the job count.
 * State, checkpoints and counters live in the database, so that work goes on after a crash and takes effect exactly once.
 */
@NullMarked
package dev.entrepot.jobs;

import org.jspecify.annotations.NullMarked;
