/**
 * Coverage-guided fuzzing of everything that reads a stranger's bytes: the decoders and the signature verifier.
 * A target says what must hold of any input; inputs worth keeping lie in {@code src/test/resources/fuzz/TARGET} and are replayed by every test run.
 */
@NullMarked
package dev.entrepot.wire.fuzz;

import org.jspecify.annotations.NullMarked;
