package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.cleanroomsml.contract.TagResourceRequest;
import dev.entrepot.wire.codec.JsonFlavour;
import dev.entrepot.wire.codec.JsonReader;
import dev.entrepot.wire.codec.JsonWriter;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Records of the contract as they stand in rows: JSON of the API's own shape. */
public final class ContractJson {
    private static final JsonReader READER = new JsonReader(JsonFlavour.REST);
    private static final JsonWriter WRITER = new JsonWriter(JsonFlavour.REST);
    private static final Member TAGS = TagResourceRequest.SCHEMA.member("tags").orElseThrow();

    private ContractJson() {}

    public static String write(Struct value) {
        return new String(WRITER.writeStruct(value, each -> true, ""), StandardCharsets.UTF_8);
    }

    public static <T extends Struct> T read(String json, StructSchema schema, Class<T> type) {
        StructBuilder builder = schema.newBuilder();
        READER.readStruct(json.getBytes(StandardCharsets.UTF_8), builder);
        return type.cast(builder.build());
    }

    static String writeTags(Map<String, String> tags) {
        return new String(WRITER.writeValue(TAGS, tags), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked") // the member is a map of texts
    static Map<String, String> readTags(String json) {
        return (Map<String, String>) READER.readValue(json.getBytes(StandardCharsets.UTF_8), TAGS);
    }
}
