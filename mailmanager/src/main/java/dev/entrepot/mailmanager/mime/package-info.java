/**
 * Reads messages: the headers that searches know, whether there are attachments, and the readable text. Mime4J parses; nothing in
 * a message makes it fail, or work for long.
 */
@NullMarked
package dev.entrepot.mailmanager.mime;

import org.jspecify.annotations.NullMarked;
