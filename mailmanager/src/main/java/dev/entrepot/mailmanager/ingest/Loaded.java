package dev.entrepot.mailmanager.ingest;

/**
 * What became of messages out of mailboxes.
 *
 * @param archived are new
 * @param duplicates were there already, or came twice
 * @param expired were received longer ago than the archive keeps messages, which would delete them at once; they are not archived
 */
public record Loaded(int archived, int duplicates, int expired) {}
