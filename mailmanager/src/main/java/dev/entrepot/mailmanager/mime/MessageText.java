package dev.entrepot.mailmanager.mime;

import java.util.Optional;

/**
 * The readable text of a message.
 *
 * @param plain the first {@code text/plain} that is no attachment
 * @param html the first {@code text/html} that is no attachment, as found
 * @param malformed the message breaks the standard; the texts are what could be read
 */
public record MessageText(Optional<String> plain, Optional<String> html, boolean malformed) {}
