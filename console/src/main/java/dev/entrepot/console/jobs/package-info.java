/**
 * Pages of jobs of every kind: how far they are, why they failed, who asked for them, and the files they read and wrote. Other pages show
 * their own jobs with the same lines.
 */
@NullMarked
package dev.entrepot.console.jobs;

import org.jspecify.annotations.NullMarked;
