package dev.entrepot.mailmanager.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.entrepot.mailmanager.message.Delivery.Envelope;
import dev.entrepot.mailmanager.mime.MessageSummary;
import dev.entrepot.mailmanager.mime.SummaryHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a message's row knows of it beside time, place and size: one JSON object with the member names of the API's
 * {@code Row} and {@code Metadata}, compressed.
 *
 * @param summary its attachments are a column of their own
 */
public record MessageDocument(MessageSummary summary, Delivery delivery) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String RECEIVED = "ReceivedHeaders";
    private static final String ENVELOPE = "Envelope";
    private static final String ADDRESSES = "Addresses";

    public byte[] encode() {
        try (var bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (SummaryHeader header : SummaryHeader.values()) {
                text(json, header.member(), summary.header(header));
            }
            texts(json, RECEIVED, summary.received());
            for (Map.Entry<SummaryHeader, List<String>> more :
                    summary.addresses().entrySet()) {
                texts(json, more.getKey().member() + ADDRESSES, more.getValue());
            }
            for (DeliveryFact fact : DeliveryFact.values()) {
                text(json, fact.member(), delivery.fact(fact));
            }
            if (delivery.envelope().isPresent()) {
                Envelope envelope = delivery.envelope().get();
                json.writeObjectFieldStart(ENVELOPE);
                text(json, "Helo", envelope.helo());
                text(json, "From", envelope.from());
                texts(json, "To", envelope.to());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.flush();
            return DocumentCompression.compress(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail to be written
        }
    }

    private static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, wellFormed(value.get()));
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(wellFormed(value));
            }
            json.writeEndArray();
        }
    }

    /** Broken encoded words can decode to half a character. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    public static MessageDocument decode(byte[] document, boolean attachments) {
        try (JsonParser json = JSON.createParser(DocumentCompression.decompress(document))) {
            json.nextToken();
            Members members = Members.read(json);
            Map<SummaryHeader, String> headers = new EnumMap<>(SummaryHeader.class);
            Map<SummaryHeader, List<String>> addresses = new EnumMap<>(SummaryHeader.class);
            for (SummaryHeader header : SummaryHeader.values()) {
                members.text(header.member()).ifPresent(text -> headers.put(header, text));
                List<String> bare = members.texts(header.member() + ADDRESSES);
                if (!bare.isEmpty()) {
                    addresses.put(header, bare);
                }
            }
            Map<DeliveryFact, String> facts = new EnumMap<>(DeliveryFact.class);
            for (DeliveryFact fact : DeliveryFact.values()) {
                members.text(fact.member()).ifPresent(text -> facts.put(fact, text));
            }
            Optional<Envelope> envelope = Optional.ofNullable(members.objects.get(ENVELOPE))
                    .map(inner -> new Envelope(inner.text("Helo"), inner.text("From"), inner.texts("To")));
            return new MessageDocument(
                    new MessageSummary(headers, members.texts(RECEIVED), addresses, attachments),
                    new Delivery(envelope, facts));
        } catch (IOException e) {
            throw new UncheckedIOException("A message's document in the database is damaged", e);
        }
    }

    private record Members(Map<String, String> texts, Map<String, List<String>> lists, Map<String, Members> objects) {
        static Members read(JsonParser json) throws IOException {
            var members = new Members(new HashMap<>(), new HashMap<>(), new HashMap<>());
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                switch (json.nextToken()) {
                    case START_ARRAY -> members.lists.put(name, list(json));
                    case START_OBJECT -> members.objects.put(name, read(json));
                    default -> members.texts.put(name, json.getText());
                }
            }
            return members;
        }

        private static List<String> list(JsonParser json) throws IOException {
            var list = new ArrayList<String>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                list.add(json.getText());
            }
            return list;
        }

        Optional<String> text(String name) {
            return Optional.ofNullable(texts.get(name));
        }

        List<String> texts(String name) {
            return lists.getOrDefault(name, List.of());
        }
    }
}
