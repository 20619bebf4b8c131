/**
 * Whether lookalike audiences find who is hidden from them, in files of interactions that the user has.
 * Items are taken out of the data one by one; those who met one are an audience, and a part of them are the seeds.
 */
@NullMarked
package dev.entrepot.bench.audience;

import org.jspecify.annotations.NullMarked;
