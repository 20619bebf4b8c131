package dev.entrepot.mailmanager.smtp;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.storage.database.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells which archive a recipient means: {@code ARCHIVE_ID@anything} that one, anybody else the default one. */
final class Destinations {
    private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);
    private static final Pattern ID = Pattern.compile("a-[a-z0-9]{26}");

    private final Database database;
    private final MailSettings settings;
    private final InstantSource clock;

    Destinations(Database database, MailSettings settings, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the archive's id */
    String archive(String recipient) throws Refused {
        int at = recipient.lastIndexOf('@');
        String local = (at < 0 ? recipient : recipient.substring(0, at)).toLowerCase(Locale.ROOT);
        Optional<ArchiveRow> found;
        if (ID.matcher(local).matches()) {
            found = database.read(handle -> ArchiveStore.find(handle, local, clock.instant()));
        } else if (settings.archive().isPresent()) {
            String archive = settings.archive().get();
            found = database.read(handle -> find(handle, archive));
            if (found.isEmpty()) {
                // The sender cannot mend this, and mail that is refused for good is lost.
                LOG.warn("There is no archive {} for the mail that comes in", archive);
                throw new Refused(451, "4.3.5", "The archive is not there yet; try again later");
            }
        } else {
            found = Optional.empty();
        }
        ArchiveRow archive = found.orElseThrow(() -> new Refused(550, "5.1.1", "There is no such archive"));
        if (!archive.isActive()) {
            throw new Refused(Reply.CLOSED);
        }
        return archive.id();
    }

    private Optional<ArchiveRow> find(Handle handle, String idOrName) {
        Instant now = clock.instant();
        return ArchiveStore.find(handle, settings.owner(), idOrName, now)
                .or(() -> ArchiveStore.findNamed(handle, settings.owner(), idOrName, now));
    }
}
