package dev.entrepot.mailmanager.smtp;

import dev.entrepot.storage.Owner;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How mail is taken in.
 *
 * @param owner whose archives have names here
 * @param archive the id or the name of the archive for recipients that name none
 * @param unwrapsJournals whether the message inside a journal report is archived too
 * @param tls what STARTTLS needs; without it nothing is encrypted
 * @param spool a directory for large messages until they are archived; nobody else uses it
 */
public record MailSettings(
        Owner owner,
        Optional<String> archive,
        boolean unwrapsJournals,
        Optional<SSLContext> tls,
        Path spool,
        MailLimits limits) {}
