package dev.entrepot.simpledb.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** An export's data file: one JSON array of items, in whatever layout AWS or we wrote it. Holds one item in memory. */
final class ItemArrayReader implements SourceReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE) // whoever takes its MD5 reads on
            .build();

    private final JsonParser json;

    ItemArrayReader(InputStream source) throws IOException {
        this.json = JSON.createParser(source);
    }

    @Override
    public Optional<SourceRecord> next() throws IOException {
        try {
            if (json.isClosed()) {
                return Optional.empty();
            }
            if (json.currentToken() == null) {
                require(json.nextToken() == JsonToken.START_ARRAY, "It is not a JSON array");
            }
            if (json.nextToken() == JsonToken.END_ARRAY) {
                require(json.nextToken() == null, "Something follows the array");
                return Optional.empty();
            }
            require(json.currentToken() == JsonToken.START_OBJECT, "This is not an item");
            return Optional.of(item());
        } catch (JsonProcessingException e) {
            throw new SourceInvalid("line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage() + ".");
        }
    }

    private SourceRecord item() throws IOException {
        long line = json.currentTokenLocation().getLineNr();
        try {
            ItemJson item = ItemJson.read(json);
            return SourceRecord.of(item.name(), item.attributes(), line, () -> "");
        } catch (Unsuitable e) {
            return new SourceRecord.Rejected(line, String.valueOf(e.getMessage()), "");
        }
    }

    private void require(boolean as, String otherwise) {
        if (!as) {
            throw new SourceInvalid("line " + json.currentTokenLocation().getLineNr() + ": " + otherwise + ".");
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
