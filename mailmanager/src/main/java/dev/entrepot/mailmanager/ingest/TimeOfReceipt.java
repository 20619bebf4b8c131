package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.mime.MailDate;
import dev.entrepot.mailmanager.mime.MessageSummary;
import dev.entrepot.mailmanager.mime.SummaryHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a loaded message was received, and what says so (dossier, section 4.2): the topmost {@code Received} header, the
 * mailbox, the {@code Date} header, the file; only a message of which none tells is received now.
 *
 * @param source as it stands in the message's document
 */
record TimeOfReceipt(Instant instant, String source) {
    /** Clocks differ; nothing was received later than that from now. */
    private static final Duration LATEST = Duration.ofDays(1);

    static TimeOfReceipt of(LoadedMessage message, MessageSummary summary, Instant now) {
        return summary.received().stream()
                .findFirst()
                .flatMap(TimeOfReceipt::received)
                .flatMap(time -> plausible(time, now, "Received"))
                .or(() -> message.delivered().flatMap(time -> plausible(time, now, "Mailbox")))
                .or(() -> summary.header(SummaryHeader.DATE)
                        .flatMap(MailDate::parse)
                        .flatMap(time -> plausible(time, now, "Date")))
                .or(() -> message.modified().flatMap(time -> plausible(time, now, "File")))
                .orElseGet(() -> new TimeOfReceipt(now, "Load"));
    }

    /** The date stands behind the last semicolon. */
    private static Optional<Instant> received(String header) {
        return MailDate.parse(header.substring(header.lastIndexOf(';') + 1));
    }

    private static Optional<TimeOfReceipt> plausible(Instant time, Instant now, String source) {
        return time.isAfter(Instant.EPOCH) && time.isBefore(now.plus(LATEST))
                ? Optional.of(new TimeOfReceipt(time, source))
                : Optional.empty();
    }
}
