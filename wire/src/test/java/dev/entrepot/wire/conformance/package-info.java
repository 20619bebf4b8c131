/**
 * The official Smithy protocol test suite, run against the codecs, router, validator and endpoint that ship.
 * Contracts come from the suite's models at run time, as schemas with dynamic structs behind them.
 */
@NullMarked
package dev.entrepot.wire.conformance;

import org.jspecify.annotations.NullMarked;
