package dev.entrepot.sesv2.source;

import dev.entrepot.sesv2.contract.DataFormat;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of a few bytes, read to their end. */
final class Files {
    private Files() {}

    static List<SourceRecord> csv(String file) {
        return read(DataFormat.CSV, bytes(file));
    }

    static List<SourceRecord> json(String file) {
        return read(DataFormat.JSON, bytes(file));
    }

    /** A character a byte, so that any bytes can be written as text. */
    static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Such as {@code 3 ok a@x.org}, a line number each, with {@code bad} for a defect. */
    static List<String> told(List<SourceRecord> records) {
        return records.stream()
                .map(record -> record.line() + (record.defect().isEmpty() ? " ok " : " bad ") + text(record.raw()))
                .toList();
    }

    static List<SourceRecord> read(DataFormat format, byte[] file) {
        try {
            Source source = source(format, file);
            return read(source, source.beginning());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Also reads on from every place, and demands that this makes no difference. */
    static List<SourceRecord> readFromEverywhere(DataFormat format, byte[] file) throws IOException {
        Source source = source(format, file);
        var records = new ArrayList<SourceRecord>();
        var places = new ArrayList<Place>();
        try (SourceReader reader = source.open(source.beginning())) {
            places.add(reader.place());
            for (Optional<SourceRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                records.add(next.get());
                places.add(reader.place());
            }
        }
        for (int i = 0; i < places.size(); i++) {
            List<String> expected = told(records.subList(i, records.size()));
            List<String> rest = told(read(source, Place.parse(places.get(i).toString())));
            if (!rest.equals(expected)) {
                throw new AssertionError("From " + places.get(i) + " on: " + rest + " and not " + expected);
            }
        }
        return records;
    }

    private static List<SourceRecord> read(Source source, Place from) throws IOException {
        var records = new ArrayList<SourceRecord>();
        try (SourceReader reader = source.open(from)) {
            for (Optional<SourceRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                records.add(next.get());
            }
        }
        return records;
    }

    static Source source(DataFormat format, byte[] file) throws IOException {
        return Source.of(
                offset -> {
                    var bytes = new ByteArrayInputStream(file);
                    bytes.skip(offset);
                    return new Trickle(bytes);
                },
                format);
    }

    /** Gives few bytes at a time, as a network would. */
    private static final class Trickle extends FilterInputStream {
        private int step;

        Trickle(ByteArrayInputStream bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            step = step * 31 + 7;
            return super.read(into, offset, Math.min(length, 1 + (step >>> 4) % 100_000));
        }
    }
}
