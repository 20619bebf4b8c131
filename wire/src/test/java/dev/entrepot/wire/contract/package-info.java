/**
 * Compares a service's contract with the model that AWS publishes for its SDKs.
 * The services' own tests use it.
 */
@NullMarked
package dev.entrepot.wire.contract;

import org.jspecify.annotations.NullMarked;
