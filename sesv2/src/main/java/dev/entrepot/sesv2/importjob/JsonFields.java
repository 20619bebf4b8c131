package dev.entrepot.sesv2.importjob;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.entrepot.sesv2.source.RecordUnreadable;
import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.codec.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Walks the members of a JSON record. Only the form of what is asked for is checked; of two members of one name the last holds. */
final class JsonFields {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonFields() {}

    /** Takes one member; the parser stands at its value, and afterwards at the value's end. */
    interface Visitor {
        void member(String name, JsonParser json) throws IOException;
    }

    /** @throws RecordUnreadable for what is not one JSON object */
    static void visit(byte[] record, Visitor visitor) {
        try (JsonParser json = FACTORY.createParser(Utf8.decode(record))) {
            json.nextToken();
            visit(json, visitor);
        } catch (MalformedInput notUtf8) {
            throw RecordUnreadable.notUtf8();
        } catch (JsonParseException broken) {
            throw new RecordUnreadable("The record is not JSON: " + broken.getOriginalMessage() + ".");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The members of the object at whose beginning the parser stands. */
    static void visit(JsonParser json, Visitor visitor) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            visitor.member(name, json);
        }
    }

    /** @param hint what to write instead of a value that is no string */
    static String text(String name, JsonParser json, String hint) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new RecordUnreadable(name + " must be a string" + hint + ".");
        }
        return json.getText();
    }

    static boolean isNull(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }
}
