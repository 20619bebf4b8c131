/**
 * Writes Java sources from a service's Smithy contract while the build runs: records, unions, enums, errors, schemas, handler interfaces.
 * What it writes depends on {@code dev.entrepot.wire.schema} and {@code dev.entrepot.wire.service} only; Smithy itself stays out of the product.
 */
@NullMarked
package dev.entrepot.codegen;

import org.jspecify.annotations.NullMarked;
