package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.mime.MessageReader;
import dev.entrepot.mailmanager.mime.MessageSummary;
import dev.entrepot.mailmanager.mime.SummaryHeader;
import dev.entrepot.mailmanager.selection.Condition.Contains;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A message of which a test knows all, and what a plain look says of it. */
record KnownMessage(MessageId id, Arrival arrival, MessageSummary summary, Map<Attribute, List<String>> plain) {
    static KnownMessage of(MessageId id, Arrival arrival) {
        try (var message = arrival.content().open()) {
            var known = new KnownMessage(id, arrival, MessageReader.summary(message), new EnumMap<>(Attribute.class));
            for (Attribute attribute : Attribute.values()) {
                known.plain.put(
                        attribute,
                        known.texts(attribute).stream().map(KnownMessage::plain).toList());
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> texts(Attribute attribute) {
        var envelope = arrival.delivery().envelope();
        return switch (attribute) {
            case TO -> header(SummaryHeader.TO);
            case FROM -> header(SummaryHeader.FROM);
            case CC -> header(SummaryHeader.CC);
            case SUBJECT -> header(SummaryHeader.SUBJECT);
            case ENVELOPE_TO -> envelope.isEmpty() ? List.of() : envelope.get().to();
            case ENVELOPE_FROM ->
                envelope.isEmpty() ? List.of() : envelope.get().from().stream().toList();
        };
    }

    private List<String> header(SummaryHeader header) {
        var texts = new ArrayList<String>();
        summary.header(header).ifPresent(texts::add);
        texts.addAll(summary.addresses().getOrDefault(header, List.of()));
        return texts;
    }

    boolean isChosenBy(Criteria criteria) {
        long received = arrival.received().toEpochMilli();
        long number = id.number() & (1L << 40) - 1;
        Optional<Filters> filters = criteria.filters();
        return received >= criteria.from()
                && received <= criteria.to()
                && number <= criteria.arrivals()
                && (filters.isEmpty()
                        || filters.get().include().stream().allMatch(this::holds)
                                && filters.get().unless().stream().noneMatch(this::holds));
    }

    private boolean holds(Condition condition) {
        if (condition.attachments().isPresent()) {
            return summary.attachments() == condition.attachments().get();
        }
        Contains contains = condition.contains().orElseThrow();
        List<String> values =
                contains.values().stream().map(KnownMessage::plain).toList();
        return plain.get(contains.attribute()).stream()
                .anyMatch(text -> values.stream().anyMatch(text::contains));
    }

    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u0130', 'i')
                .replace('\u1e9e', '\u00df');
        String folded =
                composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03c2', '\u03c3');
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
