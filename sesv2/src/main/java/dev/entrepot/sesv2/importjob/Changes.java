package dev.entrepot.sesv2.importjob;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What an import would change, in records.
 *
 * @param first of the rejected ones, in the order of the file
 */
record Changes(long created, long updated, long unchanged, long deleted, long rejected, List<Line> first) {
    private static final JsonFactory JSON = new JsonFactory();

    /** A record that an import would reject, and the error. */
    record Line(long line, String code, String message) {
        private static final int LONGEST = 500;

        static Line of(Rejected rejected) {
            String message = rejected.message();
            return new Line(
                    rejected.source().line(),
                    rejected.code(),
                    message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…");
        }
    }

    long records() {
        return created + updated + unchanged + deleted + rejected;
    }

    byte[] json() {
        var out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("Created", created);
            json.writeNumberField("Updated", updated);
            json.writeNumberField("Unchanged", unchanged);
            json.writeNumberField("Deleted", deleted);
            json.writeNumberField("Rejected", rejected);
            json.writeArrayFieldStart("FirstRejected");
            for (Line line : first) {
                json.writeStartObject();
                json.writeNumberField("line", line.line());
                json.writeStringField("errorCode", line.code());
                json.writeStringField("errorMessage", line.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
