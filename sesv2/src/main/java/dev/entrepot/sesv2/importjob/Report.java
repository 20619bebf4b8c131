package dev.entrepot.sesv2.importjob;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.entrepot.sesv2.contract.DataFormat;
import dev.entrepot.sesv2.source.SourceRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Spells failed records twice (SES dossier, section 2.7): with line and reason for people, and as they stood in the file, to be
 * mended and imported again.
 */
final class Report {
    private static final JsonFactory JSON = new JsonFactory();

    private Report() {}

    /** What the explained file begins with. */
    static byte[] heading(DataFormat format) {
        return bytes(format == DataFormat.CSV ? "line,errorCode,errorMessage,record\n" : "");
    }

    static byte[] explained(DataFormat format, List<Rejected> rejected) {
        var out = new ByteArrayOutputStream();
        for (Rejected each : rejected) {
            if (format == DataFormat.CSV) {
                out.writeBytes(bytes(row(each)));
            } else {
                object(each, out);
            }
        }
        return out.toByteArray();
    }

    private static String row(Rejected rejected) {
        return rejected.source().line() + "," + rejected.code() + "," + quoted(rejected.message()) + ","
                + quoted(text(rejected)) + "\n";
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static void object(Rejected rejected, ByteArrayOutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("line", rejected.source().line());
            json.writeStringField("errorCode", rejected.code());
            json.writeStringField("errorMessage", rejected.message());
            json.writeStringField("record", text(rejected));
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The explained file is UTF-8 even where the record is not. */
    private static String text(Rejected rejected) {
        return new String(rejected.source().raw(), StandardCharsets.UTF_8);
    }

    static byte[] raw(List<SourceRecord> records) {
        var out = new ByteArrayOutputStream();
        for (SourceRecord record : records) {
            out.writeBytes(record.raw());
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
