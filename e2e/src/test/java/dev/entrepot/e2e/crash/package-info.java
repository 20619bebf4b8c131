/**
 * The program killed with no line of it left to run, as by {@code kill -9} or a power cut of the process, and started again.
 * What was acknowledged must be there, and what was under way must end as though nothing had happened.
 */
@NullMarked
package dev.entrepot.e2e.crash;

import org.jspecify.annotations.NullMarked;
