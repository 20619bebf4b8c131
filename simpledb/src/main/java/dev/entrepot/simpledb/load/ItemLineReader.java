package dev.entrepot.simpledb.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * NDJSON: an item a line. What a data file has around its items, brackets and commas at the ends of lines, is passed over, so that one
 * cut out of an export needs no editing. A line that is no item is rejected alone.
 */
final class ItemLineReader implements SourceReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final Lines lines;

    ItemLineReader(InputStream source) {
        this.lines = new Lines(source);
    }

    @Override
    public Optional<SourceRecord> next() throws IOException {
        while (lines.next()) {
            String frame = lines.length() <= 2 ? lines.text() : "";
            if (lines.length() > 0 && !frame.equals("[") && !frame.equals("]") && !frame.equals("[]")) {
                return Optional.of(item());
            }
        }
        return Optional.empty();
    }

    private SourceRecord item() throws IOException {
        if (lines.cut()) {
            return rejected("It is longer than " + Lines.LIMIT + " bytes.");
        }
        try (JsonParser json = JSON.createParser(lines.bytes(), 0, lines.length())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return rejected("It is not a JSON object.");
            }
            ItemJson item = ItemJson.read(json);
            if (json.nextToken() != null) {
                return rejected("Something follows the object.");
            }
            return SourceRecord.of(item.name(), item.attributes(), lines.number(), lines::text);
        } catch (JsonProcessingException e) {
            return rejected("It is not JSON: " + withoutPlace(e));
        } catch (Unsuitable e) {
            return rejected(String.valueOf(e.getMessage()));
        }
    }

    /** The line is known, and the parser cannot tell of more. */
    private static String withoutPlace(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int place = message.indexOf(" (start marker");
        return place < 0 ? message : message.substring(0, place);
    }

    private SourceRecord rejected(String reason) {
        return new SourceRecord.Rejected(lines.number(), reason, lines.text());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
