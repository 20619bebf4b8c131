package dev.entrepot.simpledb.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.entrepot.simpledb.load.SourceRecord.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Rejected records as they are written down, one a line: {@code {"line":…,"reason":…,"record":…}}. Holds one in memory. */
final class RejectedStream extends InputStream {
    private static final JsonFactory JSON = new JsonFactory();

    private final Records records;
    private byte[] line;
    private int position;

    /** Nothing at the end. */
    interface Records {
        Optional<Rejected> next() throws IOException;
    }

    RejectedStream(Records records) throws IOException {
        this.records = records;
        this.line = nextLine();
    }

    /** Whether nothing is left to read. */
    boolean isEmpty() {
        return line.length == 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (isEmpty()) {
            return -1;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, into, offset, count);
        position += count;
        if (position == line.length) {
            line = nextLine();
            position = 0;
        }
        return count;
    }

    private byte[] nextLine() throws IOException {
        Optional<Rejected> rejected = records.next();
        return rejected.isPresent() ? line(rejected.get()) : new byte[0];
    }

    private static byte[] line(Rejected rejected) throws IOException {
        try (var bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("line", rejected.line());
            json.writeStringField("reason", rejected.reason());
            json.writeStringField("record", rejected.text());
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
            return bytes.toByteArray();
        }
    }
}
