package dev.entrepot.sesv2.exportjob;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One JSON array, an object a line; each has every column, null where there is no value. */
record JsonRows(List<String> titles) implements RowEncoder {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public byte[] begin() {
        return bytes("[");
    }

    @Override
    public byte[] row(List<Cell> cells, boolean first) {
        try (var out = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(out)) {
            out.write(bytes(first ? "\n" : ",\n"));
            json.writeStartObject();
            for (int i = 0; i < cells.size(); i++) {
                json.writeFieldName(titles.get(i));
                write(json, cells.get(i));
            }
            json.writeEndObject();
            json.flush();
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail to be written
        }
    }

    @Override
    public byte[] end(boolean none) {
        return bytes(none ? "]\n" : "\n]\n");
    }

    private static void write(JsonGenerator json, Cell cell) throws IOException {
        if (cell.text().isEmpty()) {
            json.writeNull();
        } else if (cell.number()) {
            json.writeNumber(cell.text());
        } else {
            json.writeString(cell.text());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
