package dev.entrepot.cleanroomsml.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** JSON objects one after the other, usually one a line. A member that is missing is null; members that are not wanted may be anything. */
final class JsonRows implements RowReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final Map<String, Integer> places;
    private int line = 1;

    JsonRows(InputStream file, List<Wanted> wanted) throws IOException {
        parser = JSON.createParser(file);
        places = wanted.stream()
                .collect(Collectors.toMap(column -> column.name().toLowerCase(Locale.ROOT), Wanted::place));
    }

    @Override
    public boolean read(Row row) throws IOException {
        try {
            JsonToken token = parser.nextToken();
            line = parser.currentTokenLocation().getLineNr();
            if (token == null) {
                return false;
            }
            if (token != JsonToken.START_OBJECT) {
                throw FileUnusable.unreadable("it is no JSON object");
            }
        } catch (JsonParseException | StreamConstraintsException | CharConversionException e) {
            line = parser.currentLocation().getLineNr();
            throw FileUnusable.unreadable("it is no JSON");
        }
        try {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                member(row, name);
            }
            return true;
        } catch (JsonParseException | StreamConstraintsException | CharConversionException e) {
            throw FileUnusable.unreadable("it is no JSON"); // from where the object begins, for its end is missing
        }
    }

    private void member(Row row, String name) throws IOException {
        Optional<Integer> place = Optional.ofNullable(places.get(name.toLowerCase(Locale.ROOT)));
        JsonToken token = parser.nextToken();
        if (place.isEmpty()) {
            parser.skipChildren();
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(row, place.get(), name);
            }
        } else {
            value(row, place.get(), name);
        }
    }

    private void value(Row row, int place, String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (!token.isScalarValue()) {
            throw FileUnusable.mismatch("column '" + name + "' has no plain value");
        }
        if (token != JsonToken.VALUE_NULL) {
            row.add(place, parser.getText());
        }
    }

    @Override
    public String place() {
        return "line " + line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
