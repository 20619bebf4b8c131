package dev.entrepot.cleanroomsml.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Segments as they stand in rows. */
final class SegmentJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SegmentJson() {}

    static String write(Segment segment) {
        try {
            return MAPPER.writeValueAsString(segment);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A segment is not to be written as JSON", e);
        }
    }

    static Segment read(String json) {
        try {
            return MAPPER.readValue(json, Segment.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not the JSON of a segment", e);
        }
    }
}
