/**
 * Mail that is delivered over SMTP (RFC 5321) or LMTP (RFC 2033): {@link dev.entrepot.mailmanager.smtp.MailListener} takes connections,
 * a {@code Session} speaks with one client. A message keeps every byte it came with, and 250 says that it is on the disk.
 */
@NullMarked
package dev.entrepot.mailmanager.smtp;

import org.jspecify.annotations.NullMarked;
