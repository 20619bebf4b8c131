package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.pack.Content;
import java.time.Instant;
import java.util.Optional;

/**
 * A message out of a mailbox that is loaded.
 *
 * @param content its exact bytes, 40 MB at most
 * @param delivered when it came, as the mailbox itself says: mbox in the separator line, Maildir in the file's name
 * @param modified when its file was changed last
 */
public record LoadedMessage(Content content, Optional<Instant> delivered, Optional<Instant> modified) {}
