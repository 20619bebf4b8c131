/**
 * Mailboxes come into an archive over HTTP, many messages a request: the form of such a batch and the operation that takes it.
 * The other side, which reads mailboxes and sends them, is the command {@code mail load}.
 */
@NullMarked
package dev.entrepot.mailmanager.load;

import org.jspecify.annotations.NullMarked;
