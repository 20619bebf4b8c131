package dev.entrepot.e2e.classic;

import static dev.entrepot.e2e.classic.Items.add;
import static dev.entrepot.e2e.classic.Items.attributes;
import static dev.entrepot.e2e.classic.Items.item;
import static dev.entrepot.e2e.classic.Items.replace;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.simpledb.model.Attribute;
import com.amazonaws.services.simpledb.model.BatchDeleteAttributesRequest;
import com.amazonaws.services.simpledb.model.BatchPutAttributesRequest;
import com.amazonaws.services.simpledb.model.DeletableItem;
import com.amazonaws.services.simpledb.model.DeleteAttributesRequest;
import com.amazonaws.services.simpledb.model.DomainMetadataRequest;
import com.amazonaws.services.simpledb.model.GetAttributesRequest;
import com.amazonaws.services.simpledb.model.PutAttributesRequest;
import com.amazonaws.services.simpledb.model.ReplaceableAttribute;
import com.amazonaws.services.simpledb.model.ReplaceableItem;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attributes are sets of values within AWS's limits, and a batch is stored whole or not at all. */
class WritesTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private String domain;

    @BeforeEach
    void domain() {
        domain = Items.domain(ENTREPOT.simpleDb());
    }

    @Test
    void replaceDropsTheEarlierValuesOfItsAttributeAlone() { // 31
        put("item", add("a", "1"), add("b", "2"), add("b", "3"));
        put("item", replace("b", "4"));
        put("item", add("b", "4"));
        assertThat(get("item")).isEqualTo(Map.of("a", values("1"), "b", values("4")));
        assertThat(metadataValueCount()).isEqualTo(2);
    }

    @Test
    void anItemHolds256PairsAndTakes256InACall() { // 32
        putAll("item", attributes("a", 256));
        assertThat(refusedPut("item", List.of(add("more", "x"))))
                .isEqualTo(new Refused(409, "NumberItemAttributesExceeded", "Too many attributes in this item."));
        assertThat(get("item")).hasSize(256).doesNotContainKey("more");
        assertThat(refusedPut("other", attributes("a", 257)))
                .isEqualTo(
                        new Refused(409, "NumberSubmittedAttributesExceeded", "Too many attributes in a single call."));
    }

    @Test
    void aBatchTakes25ItemsEachOnce() { // 33
        assertThat(refusedBatch(items(26)))
                .isEqualTo(new Refused(
                        409,
                        "NumberSubmittedItemsExceeded",
                        "Too many items in a single call. Up to 25 items per call allowed."));
        assertThat(refusedBatch(List.of(item("twice", add("a", "1")), item("twice", add("a", "2")))))
                .isEqualTo(new Refused(400, "DuplicateItemName", "Item twice was specified more than once."));
    }

    @Test
    void aBatchWithOneInvalidItemStoresNothing() { // 33
        var items = new ArrayList<>(items(24));
        items.add(item("last", add("a", "x".repeat(1025))));
        assertThat(refusedBatch(items).code()).isEqualTo("InvalidParameterValue");
        assertThat(Items.pages(ENTREPOT.simpleDb(), "select * from `" + domain + "`"))
                .allSatisfy(page -> assertThat(page.getItems()).isEmpty());
    }

    @Test
    void namesAndValuesAreMeasuredInBytesOfUtf8() { // 34
        put("item", add("plain", "x".repeat(1024)), add("two bytes", "é".repeat(512)), add("é".repeat(512), "y"));
        put("é".repeat(512), add("a", "b"));
        assertThat(get("item").get("two bytes")).isEqualTo(values("é".repeat(512)));
        for (String tooLong : List.of("x".repeat(1025), "é".repeat(513))) {
            assertThat(refusedPut("item", List.of(add("a", tooLong))))
                    .isEqualTo(tooLong(tooLong, "Value", "Value exceeds maximum length of 1024."));
            assertThat(refusedPut("item", List.of(add(tooLong, "a"))))
                    .isEqualTo(tooLong(tooLong, "Name", "Value exceeds maximum length of 1024."));
            assertThat(refusedPut(tooLong, List.of(add("a", "b"))))
                    .isEqualTo(tooLong(tooLong, "Item", "Value exceeds max length of 1024."));
        }
    }

    @Test
    void anUnknownItemIsEmptyAndAnUnknownDomainAnError() { // 37
        assertThat(get("nobody")).isEmpty();
        assertThat(Refused.by(
                        () -> ENTREPOT.simpleDb().getAttributes(new GetAttributesRequest("no-such-domain", "item"))))
                .isEqualTo(new Refused(400, "NoSuchDomain", "The specified domain does not exist."));
    }

    @Test
    void onlyTheAttributesAskedForComeBack() {
        put("item", add("a", "1"), add("b", "2"), add("c", "3"));
        var request = new GetAttributesRequest(domain, "item").withAttributeNames("c", "a", "unknown");
        assertThat(Items.byName(ENTREPOT.simpleDb().getAttributes(request).getAttributes()))
                .isEqualTo(Map.of("a", values("1"), "c", values("3")));
    }

    @Test
    void anItemGoesWithItsLastValue() { // 38
        put("item", add("a", "1"), add("a", "2"));
        for (String value : List.of("1", "2", "2")) {
            ENTREPOT.simpleDb()
                    .deleteAttributes(new DeleteAttributesRequest(domain, "item", List.of(new Attribute("a", value))));
        }
        assertThat(itemCount()).isZero();
        assertThat(Items.pages(ENTREPOT.simpleDb(), "select itemName() from `" + domain + "`")
                        .getFirst()
                        .getItems())
                .isEmpty();
    }

    @Test
    void aBatchDeletesWholeItemsAttributesAndValues() {
        put("whole", add("a", "1"));
        put("attribute", add("a", "1"), add("a", "2"), add("b", "3"));
        put("value", add("a", "1"), add("a", "2"));
        ENTREPOT.simpleDb()
                .batchDeleteAttributes(new BatchDeleteAttributesRequest(
                        domain,
                        List.of(
                                new DeletableItem().withName("whole"),
                                new DeletableItem().withName("attribute").withAttributes(new Attribute().withName("a")),
                                new DeletableItem().withName("value").withAttributes(new Attribute("a", "1")))));
        assertThat(get("whole")).isEmpty();
        assertThat(get("attribute")).isEqualTo(Map.of("b", values("3")));
        assertThat(get("value")).isEqualTo(Map.of("a", values("2")));
    }

    @Test
    void whatXmlCannotCarryComesBackAsMarkedBase64() { // 39
        String value = "nul\0and bell\u0007";
        put("item", add("a", value));
        var attribute = ENTREPOT.simpleDb()
                .getAttributes(new GetAttributesRequest(domain, "item"))
                .getAttributes()
                .getFirst();
        assertThat(attribute.getAlternateValueEncoding()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(attribute.getValue())).isEqualTo(value.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyCharacterXmlCanCarryComesBackAsItWas() {
        List<String> texts = List.of(
                "",
                " both ends ",
                "a\tb\nc",
                "<&>\"']]>",
                "é~*+%&=",
                "\uD83D\uDE00",
                "\uFFFD",
                "\u00A0\u2028",
                "\u0085");
        for (String text : texts) {
            put("item " + text, replace("name " + text, text));
            assertThat(get("item " + text)).as(text).isEqualTo(Map.of("name " + text, values(text)));
        }
    }

    private static TreeSet<String> values(String... values) {
        return new TreeSet<>(List.of(values));
    }

    private static Refused tooLong(String value, String parameter, String rule) {
        return new Refused(
                400,
                "InvalidParameterValue",
                "Value (" + value + ") for parameter " + parameter + " is invalid. " + rule);
    }

    private static List<ReplaceableItem> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> item("item " + i, add("a", "1")))
                .toList();
    }

    private void put(String item, ReplaceableAttribute... attributes) {
        putAll(item, List.of(attributes));
    }

    private void putAll(String item, List<ReplaceableAttribute> attributes) {
        ENTREPOT.simpleDb().putAttributes(new PutAttributesRequest(domain, item, attributes));
    }

    private Refused refusedPut(String item, List<ReplaceableAttribute> attributes) {
        return Refused.by(() -> putAll(item, attributes));
    }

    private Refused refusedBatch(List<ReplaceableItem> items) {
        return Refused.by(() -> ENTREPOT.simpleDb().batchPutAttributes(new BatchPutAttributesRequest(domain, items)));
    }

    private Map<String, TreeSet<String>> get(String item) {
        return Items.get(ENTREPOT.simpleDb(), domain, item);
    }

    private int itemCount() {
        return ENTREPOT.simpleDb()
                .domainMetadata(new DomainMetadataRequest(domain))
                .getItemCount();
    }

    private int metadataValueCount() {
        return ENTREPOT.simpleDb()
                .domainMetadata(new DomainMetadataRequest(domain))
                .getAttributeValueCount();
    }
}
