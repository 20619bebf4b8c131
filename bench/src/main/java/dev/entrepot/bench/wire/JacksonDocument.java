package dev.entrepot.bench.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** A document in JSON or CBOR, answered in the same format. */
record JacksonDocument(ObjectMapper mapper, byte[] document) implements JacksonExchange {
    /** Times are written as whole milliseconds, the least work that its module for times has. */
    static JacksonDocument of(JsonFactory format, byte[] document) {
        var mapper = new ObjectMapper(format)
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS);
        return new JacksonDocument(mapper, document);
    }

    @Override
    public byte[] answer() throws IOException {
        ParcelRecords request = mapper.readValue(document, ParcelRecords.class);
        return mapper.writeValueAsBytes(new ParcelRecords(request.parcels()));
    }
}
