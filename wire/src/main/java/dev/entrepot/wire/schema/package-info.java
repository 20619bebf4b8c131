/**
 * The contract at run time: shapes, members, constraints, bindings and operations, as the generator wrote them down from Smithy.
 * Codecs, validator and router see only this and {@link dev.entrepot.wire.schema.Struct}, never a service.
 */
@NullMarked
package dev.entrepot.wire.schema;

import org.jspecify.annotations.NullMarked;
