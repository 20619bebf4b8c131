package dev.entrepot.mailmanager.smtp;

import dev.entrepot.mailmanager.ingest.ArchiveClosed;
import dev.entrepot.mailmanager.ingest.Archived;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.ingest.Arrivals;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.pack.Content;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Archives what has come in. A message is in an archive once, whoever of its recipients meant that archive. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Arrivals arrivals;
    private final MailSettings settings;
    private final InstantSource clock;
    private final Deliveries deliveries = new Deliveries();

    Intake(Arrivals arrivals, MailSettings settings, InstantSource clock) {
        this.arrivals = arrivals;
        this.settings = settings;
        this.clock = clock;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    /** A place to keep a message until it is archived. */
    Spool spool() {
        return new Spool(settings.spool(), settings.limits());
    }

    /**
     * On return the message is on the disk of every archive whose reply is no refusal.
     *
     * @return a reply by each archive's id
     */
    Map<String, Reply> take(Peer peer, Transaction transaction, Spool message) {
        var replies = new LinkedHashMap<String, Reply>();
        transaction.byArchive().forEach((archive, recipients) -> {
            Delivery delivery = peer.delivery(transaction.from().sender(), recipients);
            Reply reply = take(archive, delivery, message);
            deliveries.add(reply);
            replies.put(archive, reply);
        });
        return replies;
    }

    private Reply take(String archive, Delivery delivery, Spool message) {
        try (Spool inner = spool()) {
            Archived archived = arrivals.deliver(archive, arrivals(message.content(), delivery, inner))
                    .getFirst();
            return new Reply(250, "2.0.0", "Archived as " + archived.id());
        } catch (Refused e) {
            return e.reply();
        } catch (ArchiveClosed e) {
            return Reply.CLOSED;
        } catch (RuntimeException e) {
            LOG.warn("A message could not be archived", e);
            return Reply.UNWELL;
        }
    }

    /** The message as it came, and then, if it is a journal report, the one it tells of. */
    private List<Arrival> arrivals(Content message, Delivery delivery, Spool inner) throws Refused {
        Instant now = clock.instant();
        var arrivals = new ArrayList<Arrival>();
        arrivals.add(new Arrival(message, now, delivery, false));
        if (settings.unwrapsJournals()) {
            Optional<JournalReport> report = JournalReport.read(message, inner);
            if (report.isPresent()) {
                arrivals.add(new Arrival(inner.content(), now, report.get().delivery(), false));
            }
        }
        return arrivals;
    }
}
