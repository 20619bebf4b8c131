package dev.entrepot.mailmanager.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Details as they are stored: one JSON object of texts. */
final class AuditDetails {
    private static final JsonFactory JSON = new JsonFactory();

    private AuditDetails() {}

    static String encode(Map<String, String> details) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> detail : new TreeMap<>(details).entrySet()) {
                json.writeStringField(detail.getKey(), detail.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static Map<String, String> decode(String text) {
        Map<String, String> details = new TreeMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                details.put(name, json.nextTextValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An entry of the audit log cannot be read", e);
        }
        return details;
    }
}
