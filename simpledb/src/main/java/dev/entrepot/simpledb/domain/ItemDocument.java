package dev.entrepot.simpledb.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.BiConsumer;

/**
 * An item as its row holds it and an export writes it (SimpleDB dossier, section 2.2): one line of UTF-8 JSON,
 * {@code {"itemName":…,"attributes":[{"name":…,"values":[…]}]}}, names and values in order, so that equal items have equal
 * bytes.
 */
public final class ItemDocument {
    private static final JsonFactory JSON = new JsonFactory();

    private ItemDocument() {}

    public static byte[] write(String itemName, Attributes attributes) {
        try (var bytes = new ByteArrayBuilder(512);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("itemName", itemName);
            json.writeArrayFieldStart("attributes");
            for (Map.Entry<String, ? extends SortedSet<String>> attribute :
                    attributes.all().entrySet()) {
                json.writeStartObject();
                json.writeStringField("name", attribute.getKey());
                json.writeArrayFieldStart("values");
                for (String value : attribute.getValue()) {
                    json.writeString(value);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail to be written
        }
    }

    /** The attributes of a document that {@link #write} made. */
    public static Attributes read(byte[] document) {
        var attributes = new Attributes();
        read(document, attributes::add);
        return attributes;
    }

    /** The pairs of a document that {@link #write} made, in order. */
    static List<AttributeValue> pairs(byte[] document) {
        var pairs = new ArrayList<AttributeValue>();
        read(document, (name, value) -> pairs.add(new AttributeValue(name, value)));
        return pairs;
    }

    private static void read(byte[] document, BiConsumer<String, String> pairs) {
        try (JsonParser json = JSON.createParser(document)) {
            String name = "";
            boolean inValues = false;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.END_ARRAY) {
                    inValues = false;
                } else if (token == JsonToken.VALUE_STRING && inValues) {
                    pairs.accept(name, json.getText());
                } else if (token == JsonToken.FIELD_NAME && json.currentName().equals("values")) {
                    inValues = true;
                } else if (token == JsonToken.FIELD_NAME && json.currentName().equals("name")) {
                    name = json.nextTextValue();
                }
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("A stored item is damaged", damaged);
        }
    }
}
