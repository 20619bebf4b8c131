package dev.entrepot.mailmanager.importjob;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** {@code {"items":[{"address":"user@example.com"}, …]}}; members with other names are passed over. */
final class AddressJson implements AddressFile {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String FORM = "The file is not of the form {\"items\":[{\"address\":\"user@example.com\"}]}.";

    private final JsonParser json;
    private boolean begun;

    AddressJson(InputStream bytes) throws IOException {
        this.json = JSON.createParser(bytes);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    @Override
    public Optional<Item> next() throws IOException {
        return orUnusable(() -> {
            if (!begun) {
                begun = true;
                findItems();
            }
            return switch (json.nextToken()) {
                case START_OBJECT -> Optional.of(object());
                case END_ARRAY -> end();
                default -> {
                    json.skipChildren();
                    yield Optional.of(Item.FAILED);
                }
            };
        });
    }

    /** What is wrong with a broken file must not tell what it says. */
    private <T> T orUnusable(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (JsonProcessingException broken) {
            JsonLocation at = json.currentLocation();
            throw new FileUnusable(
                    "The file is not valid JSON at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".");
        }
    }

    private void findItems() throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean items = json.currentName().equals("items");
            JsonToken value = json.nextToken();
            if (items) {
                require(value == JsonToken.START_ARRAY);
                return;
            }
            json.skipChildren();
        }
        require(false);
    }

    private static void require(boolean good) {
        if (!good) {
            throw new FileUnusable(FORM);
        }
    }

    private Item object() throws IOException {
        Item item = Item.FAILED;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean address = json.currentName().equals("address");
            if (json.nextToken() == JsonToken.VALUE_STRING && address) {
                item = Item.of(json.getText());
            }
            json.skipChildren();
        }
        return item;
    }

    private Optional<Item> end() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            json.nextToken();
            json.skipChildren();
        }
        require(json.nextToken() == null);
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
