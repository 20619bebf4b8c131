package dev.entrepot.mailmanager.smtp;

import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.Delivery.Envelope;
import dev.entrepot.mailmanager.mime.MessageReader;
import dev.entrepot.mailmanager.pack.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server reports of a message in its journal: who sent it and who got it, hidden recipients too, in lines such as
 * {@code Recipient: a@example.com, Expanded: list@example.com}. Nothing else is known of how that message came.
 */
record JournalReport(Delivery delivery) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"]+@[^\\s<>,;:\"]+");
    private static final Pattern ROUTE = Pattern.compile(",\\s*(Expanded|Forwarded):", Pattern.CASE_INSENSITIVE);
    private static final Set<String> RECIPIENTS = Set.of("recipient", "to", "cc", "bcc");

    /**
     * Nothing for a message that is no journal report.
     *
     * @param reported gets the exact bytes of the message that the report is about
     */
    static Optional<JournalReport> read(Content message, OutputStream reported) {
        try (InputStream bytes = message.open()) {
            return MessageReader.journal(bytes, reported).flatMap(JournalReport::parse);
        } catch (IOException e) {
            throw new UncheckedIOException("A message could not be read", e);
        }
    }

    static Optional<JournalReport> parse(String text) {
        Optional<String> sender = Optional.empty();
        var recipients = new LinkedHashSet<String>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split(":", 2);
            if (parts.length == 2) {
                String name = parts[0].strip().toLowerCase(Locale.ROOT);
                Matcher address = ADDRESS.matcher(ROUTE.split(parts[1], 2)[0]);
                if (name.equals("sender") && sender.isEmpty() && address.find()) {
                    sender = Optional.of(address.group());
                } else if (RECIPIENTS.contains(name)) {
                    address.results().forEach(result -> recipients.add(result.group()));
                }
            }
        }
        if (sender.isEmpty() && recipients.isEmpty()) {
            return Optional.empty();
        }
        var envelope =
                new Envelope(Optional.empty(), sender, recipients.stream().toList());
        return Optional.of(new JournalReport(new Delivery(Optional.of(envelope), Map.of())));
    }
}
