package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.message.ContentHash;
import dev.entrepot.mailmanager.message.MessageDocument;
import dev.entrepot.mailmanager.mime.MessageReader;
import dev.entrepot.mailmanager.mime.MessageSummary;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.mailmanager.pack.Month;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** An arrival, hashed and parsed: all that can be done before its bytes are stored. */
record ReadArrival(Arrival arrival, ContentHash hash, boolean attachments, byte[] document) implements Content {
    static ReadArrival of(Arrival arrival) {
        try (InputStream message = arrival.content().open()) {
            MessageSummary summary = MessageReader.summary(message);
            byte[] document = new MessageDocument(summary, arrival.delivery()).encode();
            return new ReadArrival(arrival, ContentHash.of(arrival.content()), summary.attachments(), document);
        } catch (IOException e) {
            throw new UncheckedIOException("An arriving message could not be read", e);
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
