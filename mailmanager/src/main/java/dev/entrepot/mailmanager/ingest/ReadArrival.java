package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.message.ContentHash;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.DeliveryFact;
import dev.entrepot.mailmanager.message.MessageDocument;
import dev.entrepot.mailmanager.mime.MessageReader;
import dev.entrepot.mailmanager.mime.MessageSummary;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.mailmanager.pack.Month;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An arrival, hashed and parsed: all that can be done before its bytes are stored. */
record ReadArrival(Arrival arrival, ContentHash hash, boolean attachments, byte[] document) implements Content {
    private static final String UNREADABLE = "An arriving message could not be read";

    static ReadArrival of(Arrival arrival) {
        return of(arrival, hashOf(arrival.content()), summary(arrival.content()));
    }

    /** @param hash the message's, which it takes to know that it must be read */
    static ReadArrival of(LoadedMessage message, ContentHash hash, Instant now) {
        MessageSummary summary = summary(message.content());
        TimeOfReceipt receipt = TimeOfReceipt.of(message, summary, now);
        var delivery = new Delivery(Optional.empty(), Map.of(DeliveryFact.RECEIVED_TIME_SOURCE, receipt.source()));
        return of(new Arrival(message.content(), receipt.instant(), delivery, true), hash, summary);
    }

    private static ReadArrival of(Arrival arrival, ContentHash hash, MessageSummary summary) {
        byte[] document = new MessageDocument(summary, arrival.delivery()).encode();
        return new ReadArrival(arrival, hash, summary.attachments(), document);
    }

    static ContentHash hashOf(Content content) {
        try {
            return ContentHash.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(UNREADABLE, e);
        }
    }

    private static MessageSummary summary(Content content) {
        try (InputStream message = content.open()) {
            return MessageReader.summary(message);
        } catch (IOException e) {
            throw new UncheckedIOException(UNREADABLE, e);
        }
    }

    int month() {
        return Month.of(arrival.received());
    }

    @Override
    public long size() {
        return arrival.content().size();
    }

    @Override
    public InputStream open() throws IOException {
        return arrival.content().open();
    }
}
