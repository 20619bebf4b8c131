package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.contract.CreateContactListRequest;
import dev.entrepot.sesv2.contract.Tag;
import dev.entrepot.sesv2.contract.Topic;
import dev.entrepot.wire.codec.JsonFlavour;
import dev.entrepot.wire.codec.JsonReader;
import dev.entrepot.wire.codec.JsonWriter;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.StructBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A list's topics and tags as they stand in its row: JSON of the API's own shape. */
final class ContactListColumns {
    private static final Member TOPICS = member("Topics");
    private static final Member TAGS = member("Tags");
    private static final JsonReader READER = new JsonReader(JsonFlavour.REST);
    private static final JsonWriter WRITER = new JsonWriter(JsonFlavour.REST);

    private ContactListColumns() {}

    private static Member member(String name) {
        return CreateContactListRequest.SCHEMA.member(name).orElseThrow();
    }

    static String topics(List<Topic> topics) {
        return write(TOPICS, topics);
    }

    static List<Topic> topics(String column) {
        return read(TOPICS, column).stream().map(each -> (Topic) each.build()).toList();
    }

    static String tags(List<Tag> tags) {
        return write(TAGS, tags);
    }

    static List<Tag> tags(String column) {
        return read(TAGS, column).stream().map(each -> (Tag) each.build()).toList();
    }

    private static String write(Member member, List<?> values) {
        return new String(WRITER.writeValue(member, values), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked") // the reader makes builders of a list of structures
    private static List<StructBuilder> read(Member member, String column) {
        return (List<StructBuilder>) READER.readValue(column.getBytes(StandardCharsets.UTF_8), member);
    }
}
