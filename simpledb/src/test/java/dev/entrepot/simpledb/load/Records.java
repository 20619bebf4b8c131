package dev.entrepot.simpledb.load;

import dev.entrepot.simpledb.load.SourceRecord.Item;
import dev.entrepot.simpledb.load.SourceRecord.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All records of a reader as texts: {@code name {a=[1, 2]}} or {@code 3: reason}. */
final class Records {
    private Records() {}

    static List<String> ofCsv(String text, String... itemNameColumn) throws IOException {
        return ofCsv(text.getBytes(StandardCharsets.UTF_8), itemNameColumn);
    }

    static List<String> ofCsv(byte[] bytes, String... itemNameColumn) throws IOException {
        return of(new CsvItemReader(
                new ByteArrayInputStream(bytes),
                List.of(itemNameColumn).stream().findFirst()));
    }

    static List<String> ofLines(String text) throws IOException {
        return ofLines(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> ofLines(byte[] bytes) throws IOException {
        return of(new ItemLineReader(new ByteArrayInputStream(bytes)));
    }

    static List<String> of(SourceReader reader) throws IOException {
        var records = new ArrayList<String>();
        try (reader) {
            for (Optional<SourceRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                records.add(
                        switch (record.get()) {
                            case Item(var name, var attributes) -> name + " " + attributes.all();
                            case Rejected(long line, String reason, String text) -> line + ": " + reason;
                        });
            }
        }
        return records;
    }
}
