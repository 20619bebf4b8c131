/**
 * The AWS protocols: how an operation's input is found in an HTTP request and how its output or error is put into the answer.
 * A protocol knows formats and statuses, never a service; the spelling of errors comes as {@link dev.entrepot.wire.protocol.WireError}.
 */
@NullMarked
package dev.entrepot.wire.protocol;

import org.jspecify.annotations.NullMarked;
