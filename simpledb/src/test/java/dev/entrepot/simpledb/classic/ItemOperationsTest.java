package dev.entrepot.simpledb.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** What items become, as a client sees it; numbers in brackets are the dossier's cases (simpledb.md, section 6). */
class ItemOperationsTest {
    // [31] AWS's own example of Replace.
    @OnEveryDatabase
    void replaceLeavesOnlyTheNewValues(TestDatabase test) {
        try (var stage = domain(test)) {
            put(stage, "i", "a", "1", "b", "2", "b", "3");
            for (int i = 0; i < 2; i++) {
                stage.classic(
                        "PutAttributes",
                        "DomainName",
                        "domain",
                        "ItemName",
                        "i",
                        "Attribute.1.Name",
                        "b",
                        "Attribute.1.Value",
                        "4",
                        "Attribute.1.Replace",
                        "true");
            }
            assertThat(get(stage, "i")).isEqualTo("a=1 b=4");
            assertThat(Stage.text(stage.classic("DomainMetadata", "DomainName", "domain")))
                    .contains("<AttributeValueCount>2</AttributeValueCount>");
        }
    }

    // [33] A batch is all or nothing.
    @OnEveryDatabase
    void aBatchWithOneBadItemStoresNothing(TestDatabase test) {
        try (var stage = domain(test)) {
            HttpResponse response = stage.classic(
                    "BatchPutAttributes",
                    "DomainName",
                    "domain",
                    "Item.1.ItemName",
                    "good",
                    "Item.1.Attribute.1.Name",
                    "a",
                    "Item.1.Attribute.1.Value",
                    "1",
                    "Item.2.ItemName",
                    "bad",
                    "Item.2.Attribute.1.Name",
                    "a",
                    "Item.2.Attribute.1.Value",
                    "x".repeat(1025));
            assertThat(response.status()).isEqualTo(400);
            assertThat(get(stage, "good")).isEmpty();
        }
    }

    // [32] The limit of an item counts what it would hold.
    @OnEveryDatabase
    void anItemHoldsAtMost256Pairs(TestDatabase test) {
        try (var stage = domain(test)) {
            var pairs = new ArrayList<String>();
            for (int i = 0; i < 256; i++) {
                pairs.addAll(List.of("a", "v" + i));
            }
            assertThat(put(stage, "i", pairs.toArray(String[]::new)).status()).isEqualTo(200);
            assertThat(put(stage, "i", "a", "v0").status()).isEqualTo(200);
            HttpResponse over = put(stage, "i", "a", "one more");
            assertThat(over.status()).isEqualTo(409);
            assertThat(Stage.text(over)).contains("<Code>NumberItemAttributesExceeded</Code>");
            assertThat(get(stage, "i")).doesNotContain("one more");
        }
    }

    // [36] Check and write are one step: no increment is lost.
    @OnEveryDatabase
    void conditionalIncrementsLoseNothing(TestDatabase test) {
        try (var stage = domain(test)) {
            put(stage, "counter", "n", "0");
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 50; i++) {
                    clients.submit(() -> increment(stage));
                }
            }
            assertThat(get(stage, "counter")).isEqualTo("n=50");
        }
    }

    private static void increment(Stage stage) {
        HttpResponse response;
        do {
            String now = get(stage, "counter").substring(2);
            response = stage.classic(
                    "PutAttributes",
                    "DomainName",
                    "domain",
                    "ItemName",
                    "counter",
                    "Attribute.1.Name",
                    "n",
                    "Attribute.1.Value",
                    String.valueOf(Integer.parseInt(now) + 1),
                    "Attribute.1.Replace",
                    "true",
                    "Expected.Name",
                    "n",
                    "Expected.Value",
                    now);
        } while (response.status() == 409);
    }

    // [38] An item without attributes does not exist.
    @OnEveryDatabase
    void deletingTheLastValueDeletesTheItem(TestDatabase test) {
        try (var stage = domain(test)) {
            put(stage, "i", "a", "1");
            for (int i = 0; i < 2; i++) {
                assertThat(stage.classic(
                                        "DeleteAttributes",
                                        "DomainName",
                                        "domain",
                                        "ItemName",
                                        "i",
                                        "Attribute.1.Name",
                                        "a",
                                        "Attribute.1.Value",
                                        "1")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(Stage.text(stage.classic("Select", "SelectExpression", "select count(*) from domain")))
                    .contains("<Name>Count</Name><Value>0</Value>");
        }
    }

    // The oldest clients number from 0, leave gaps, or write names in lower case.
    @OnEveryDatabase
    void oldSpellingsOfListsAreRead(TestDatabase test) {
        try (var stage = domain(test)) {
            stage.form("Version=2009-04-15&Action=PutAttributes&DomainName=domain&ItemName=i"
                    + "&Attribute.0.Name=a&Attribute.0.Value=1&Attribute.7.name=b&Attribute.7.value=2");
            assertThat(get(stage, "i")).isEqualTo("a=1 b=2");
            assertThat(Stage.text(stage.classic(
                            "GetAttributes", "DomainName", "domain", "ItemName", "i", "AttributeName", "b")))
                    .contains("<Name>b</Name>")
                    .doesNotContain("<Name>a</Name>");
        }
    }

    // [39] XML cannot carry every text.
    @OnEveryDatabase
    void textsThatXmlCannotCarryComeAsBase64(TestDatabase test) {
        try (var stage = domain(test)) {
            put(stage, "i", "a", "nul \0");
            assertThat(Stage.text(stage.classic("GetAttributes", "DomainName", "domain", "ItemName", "i")))
                    .contains("<Value encoding=\"base64\">bnVsIAA=</Value>");
        }
    }

    // Another account's domain is as unknown as one that never was.
    @OnEveryDatabase
    void accountsDoNotSeeEachOther(TestDatabase test) {
        try (var stage = domain(test)) {
            put(stage, "i", "a", "1");
            stage.callAs(new Owner("999999999999", "us-east-1"));
            assertThat(Stage.text(stage.classic("GetAttributes", "DomainName", "domain", "ItemName", "i")))
                    .contains("<Code>NoSuchDomain</Code>");
            stage.callAs(new Owner("111122223333", "eu-west-1"));
            assertThat(Stage.text(stage.classic("ListDomains"))).doesNotContain("<DomainName>");
        }
    }

    static Stage domain(TestDatabase test) {
        var stage = new Stage(test);
        assertThat(stage.classic("CreateDomain", "DomainName", "domain").status())
                .isEqualTo(200);
        return stage;
    }

    static HttpResponse put(Stage stage, String item, String... namesAndValues) {
        var parameters = new ArrayList<>(List.of("DomainName", "domain", "ItemName", item));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.addAll(List.of("Attribute." + i + ".Name", namesAndValues[i]));
            parameters.addAll(List.of("Attribute." + i + ".Value", namesAndValues[i + 1]));
        }
        return stage.classic("PutAttributes", parameters.toArray(String[]::new));
    }

    /** The item as {@code name=value} pairs in the order of the answer. */
    private static String get(Stage stage, String item) {
        String answer = Stage.text(stage.classic("GetAttributes", "DomainName", "domain", "ItemName", item));
        var pairs = new ArrayList<String>();
        var pair = Pattern.compile("<Name>(.*?)</Name><Value>(.*?)</Value>").matcher(answer);
        while (pair.find()) {
            pairs.add(pair.group(1) + "=" + pair.group(2));
        }
        return String.join(" ", pairs);
    }
}
