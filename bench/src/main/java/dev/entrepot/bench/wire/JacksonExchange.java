package dev.entrepot.bench.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The same by Jackson databind, which checks no constraints. */
record JacksonExchange(ObjectMapper mapper, byte[] document) {
    /** Times are written as whole milliseconds, the least work that its module for times has. */
    static JacksonExchange of(JsonFactory format, byte[] document) {
        var mapper = new ObjectMapper(format)
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS);
        return new JacksonExchange(mapper, document);
    }

    byte[] answer() {
        try {
            ParcelRecords request = mapper.readValue(document, ParcelRecords.class);
            return mapper.writeValueAsBytes(new ParcelRecords(request.parcels()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
