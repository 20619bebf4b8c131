package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.message.MessageId;

/**
 * What became of an arrival.
 *
 * @param id the message's
 * @param added false when the archive had it already, under this id
 */
public record Archived(MessageId id, boolean added) {}
