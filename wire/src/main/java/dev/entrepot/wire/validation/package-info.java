/**
 * Checks decoded input against the constraint traits of its schema and collects every violation.
 * How violations are worded is each service's choice; the wording live AWS services use is {@link dev.entrepot.wire.validation.CoralMessages}.
 */
@NullMarked
package dev.entrepot.wire.validation;

import org.jspecify.annotations.NullMarked;
