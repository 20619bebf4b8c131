package dev.entrepot.simpledb.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The document is both what is stored and what is exported, so it must hold every text and have one spelling. */
class ItemDocumentTest {
    private static final String ODD = "quote \" backslash \\ newline \n nul \0 emoji \uD83D\uDE00 edge \uFFFD tag </x>";

    @Test
    void everyTextComesBackAsItWas() throws Exception {
        var attributes = new Attributes();
        attributes.add(ODD, ODD);
        attributes.add("name", "itemName");
        attributes.add("values", "");
        byte[] document = ItemDocument.write(ODD, attributes);

        assertThat(ItemDocument.read(document).pairs()).isEqualTo(attributes.pairs());
        JsonNode read = new ObjectMapper().readTree(document);
        assertThat(read.path("itemName").asText()).isEqualTo(ODD);
        assertThat(read.at("/attributes/1/name").asText()).isEqualTo(ODD);
        assertThat(read.at("/attributes/1/values/0").asText()).isEqualTo(ODD);
    }

    @Test
    void equalItemsHaveEqualBytesOnOneLine() {
        var one = new Attributes();
        one.add("b", "2");
        one.add("a", "1");
        one.add("b", "1");
        var other = new Attributes();
        other.add("b", "1");
        other.add("a", "1");
        other.add("b", "2");
        String document = new String(ItemDocument.write("i", one), StandardCharsets.UTF_8);
        assertThat(document)
                .isEqualTo(new String(ItemDocument.write("i", other), StandardCharsets.UTF_8))
                .isEqualTo("{\"itemName\":\"i\",\"attributes\":[{\"name\":\"a\",\"values\":[\"1\"]},"
                        + "{\"name\":\"b\",\"values\":[\"1\",\"2\"]}]}");
    }
}
