package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.mailbox.Findings;
import dev.entrepot.mailmanager.mailbox.FoundMessage;
import dev.entrepot.mailmanager.mailbox.MailFiles;
import dev.entrepot.mailmanager.mailbox.MboxFormat;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.Delivery.Envelope;
import dev.entrepot.mailmanager.pack.Content;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Mail of all kinds: half of it real where the real mail is there, half made up of odd headers. */
final class SampleArrivals {
    private static final List<String> WORDS = List.of(
            "Invoice",
            "re:",
            "GRÜSSE",
            "Straße",
            "=?utf-8?q?=C3=9Cbersicht?=",
            "naïve",
            "日本語",
            "ΟΔΟΣ",
            "a",
            "100%",
            "U\u0308ber",
            "=?x-broken?q?a?=",
            "😀",
            "list",
            "_",
            "ﬁnal",
            "Ελλάς");
    private static final List<String> ADDRESSES = List.of(
            "a@x.com",
            "\"B, C\" <b@x.com>",
            "Ümit <u@y.org>",
            "( c ) d @ x.com",
            "undisclosed:;",
            "e@sub.x.com (E)",
            "x");

    private final Random random;
    private final List<byte[]> real = real();

    SampleArrivals(Random random) {
        this.random = random;
    }

    private static List<byte[]> real() {
        Path shared = Path.of(System.getProperty("entrepot.shared", "../../shared"));
        Path file = shared.resolve("data/mail-spamassassin/spamassassin-hard-ham-and-spam1.tar.gz");
        List<byte[]> messages = new ArrayList<>();
        if (Files.exists(file)) {
            new MailFiles(file).read(MboxFormat.AUTO, new Findings() {
                @Override
                public void found(FoundMessage message) {
                    messages.add(message.bytes());
                }

                @Override
                public void refused(String where, String reason) {
                    throw new AssertionError(where + ": " + reason);
                }

                @Override
                public void read(long bytes) {
                    // of no interest here
                }
            });
        }
        return messages;
    }

    /** @param span how long before {@code latest} they may have been received */
    List<Arrival> some(int count, Instant latest, Duration span) {
        return Stream.generate(() -> new Arrival(
                        Content.of(bytes()), latest.minusMillis(random.nextLong(span.toMillis())), delivery(), false))
                .limit(count)
                .toList();
    }

    private byte[] bytes() {
        return !real.isEmpty() && random.nextBoolean()
                ? real.get(random.nextInt(real.size()))
                : madeUp().getBytes(StandardCharsets.UTF_8);
    }

    private String madeUp() {
        var mail = new StringBuilder();
        for (String header : List.of("From", "To", "Cc", "To", "Subject")) {
            if (random.nextInt(3) > 0) {
                List<String> texts = header.equals("Subject") ? WORDS : ADDRESSES;
                mail.append(header).append(": ");
                for (int i = random.nextInt(5); i >= 0; i--) {
                    mail.append(one(texts)).append(header.equals("Subject") ? " " : ", ");
                }
                mail.append("\r\n");
            }
        }
        return mail + (random.nextBoolean() ? "Content-Disposition: attachment\r\n\r\nx" : "\r\nx");
    }

    private Delivery delivery() {
        Optional<Envelope> envelope = random.nextBoolean()
                ? Optional.of(new Envelope(
                        Optional.empty(), Optional.of(one(ADDRESSES)), List.of(one(ADDRESSES), one(ADDRESSES))))
                : Optional.empty();
        return new Delivery(envelope, Map.of());
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
