package dev.entrepot.sesv2.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whole lists, and the texts by which people find out what was wrong with one (SES dossier, section 3.1). */
class ContactListsTest {
    private static String create(String name, String... topics) {
        return "{\"ContactListName\":\"%s\",\"Topics\":[%s]}".formatted(name, String.join(",", topics));
    }

    @OnEveryDatabase
    void aListReadsBackAndAnUpdateReplacesTopicsAndDescription(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.call("POST", "contact-lists", """
                    {"ContactListName":"news","Description":"all of it","Topics":[%s],"Tags":[{"Key":"team","Value":"x"}]}\
                    """.formatted(News.topic("Sports", "OPT_IN")));
            assertThat(stage.get("contact-lists/news").toString())
                    .isEqualTo("""
                    {"ContactListName":"news","Topics":[%s],"Description":"all of it","CreatedTimestamp":1767225600,\
                    "LastUpdatedTimestamp":1767225600,"Tags":[{"Key":"team","Value":"x"}]}""".formatted(News.topic("Sports", "OPT_IN")));

            stage.clock.advance(Duration.ofMillis(500));
            stage.call("PUT", "contact-lists/news", "{}");
            JsonNode list = stage.get("contact-lists/news");
            assertThat(list.path("Topics")).isEmpty();
            assertThat(list.has("Description")).isFalse();
            assertThat(list.path("Tags")).hasSize(1);
            assertThat(list.path("LastUpdatedTimestamp").asDouble()
                            - list.path("CreatedTimestamp").asDouble())
                    .isEqualTo(0.5);
            JsonNode entry = stage.get("contact-lists").path("ContactLists").path(0);
            assertThat(entry.path("ContactListName").asText()).isEqualTo("news");
            assertThat(entry.path("LastUpdatedTimestamp").asDouble()).isEqualTo(1767225600.5);
        }
    }

    // [46]
    @OnEveryDatabase
    void anAccountHasOneListUnlessMoreAreAllowed(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.call("POST", "contact-lists", create("news"));
            String one = "400 BadRequestException: A maximum of 1 Lists allowed per account.";
            assertThat(stage.refusal("POST", "contact-lists", create("news"))).isEqualTo(one);
            assertThat(stage.refusal("POST", "contact-lists", create("other"))).isEqualTo(one);
        }
        try (var stage = Stage.withLists(test, 3)) {
            assertThat(stage.refusal("POST", "contact-lists", create("news")))
                    .isEqualTo("400 AlreadyExistsException: List with name: news already exists.");
            stage.call("POST", "contact-lists", create("a"));
            stage.call("POST", "contact-lists", create("z"));
            assertThat(stage.refusal("POST", "contact-lists", create("b")))
                    .endsWith("A maximum of 3 Lists allowed per account.");
            JsonNode first = stage.get("contact-lists?PageSize=2");
            assertThat(first.findValuesAsText("ContactListName")).containsExactly("a", "news");
            JsonNode second = stage.get("contact-lists?PageSize=2&NextToken="
                    + first.path("NextToken").asText());
            assertThat(second.findValuesAsText("ContactListName")).containsExactly("z");
            assertThat(second.has("NextToken")).isFalse();
        }
    }

    @OnEveryDatabase
    void eachRefusalHasTheServicesWords(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String topics = IntStream.range(0, 21)
                    .mapToObj(i -> News.topic("t" + i, "OPT_IN"))
                    .collect(Collectors.joining(","));
            String bad = " can contain up to 64 characters."
                    + " Only alphanumeric characters, underscores(_) and hyphens(-) are allowed.";
            assertRefused(stage, create("news", topics), "Maximum of <20> topics allowed per ContactList");
            assertRefused(stage, create(" "), "ContactListName can't be blank.");
            assertRefused(stage, create("a.b"), "ContactListName" + bad);
            assertRefused(stage, create("a".repeat(65)), "ContactListName" + bad);
            assertRefused(stage, create("news", News.topic("", "OPT_IN")), "TopicName can't be blank.");
            assertRefused(stage, create("news", News.topic("a b", "OPT_IN")), "TopicName" + bad);
            assertRefused(
                    stage,
                    create("news", News.topic("t", "OPT_IN").replace("t!", "t".repeat(129))),
                    "Topic DisplayName can contain up to <128> characters.");
            assertRefused(
                    stage,
                    create("news", News.topic("t", "OPT_IN"), News.topic("t", "OPT_OUT")),
                    "Duplicate topic names are not allowed within a List.");
            assertRefused(
                    stage,
                    "{\"ContactListName\":\"news\",\"Description\":\"" + "d".repeat(501) + "\"}",
                    "List description can contain up to 500 characters.");
            assertRefused(
                    stage,
                    "{}",
                    "1 validation error detected: Value at 'contactListName' failed to satisfy"
                            + " constraint: Member must not be null");
            for (String method : new String[] {"GET", "PUT", "DELETE"}) {
                assertThat(stage.refusal(method, "contact-lists/a.b", ""))
                        .isEqualTo("400 BadRequestException: ContactListName" + bad);
                assertThat(stage.refusal(method, "contact-lists/nope", ""))
                        .isEqualTo("404 NotFoundException: List with name: nope doesn't exist.");
            }
        }
    }

    private static void assertRefused(Stage stage, String body, String message) {
        assertThat(stage.refusal("POST", "contact-lists", body)).isEqualTo("400 BadRequestException: " + message);
    }

    // Names come again; the contacts of the one before must not come with them.
    @OnEveryDatabase
    void aDeletedListTakesItsContactsWithIt(TestDatabase test) {
        try (var stage = News.on(test)) {
            News.add(stage, "ann@example.com");
            stage.call("DELETE", "contact-lists/news", "");
            stage.call("POST", "contact-lists", create("news"));
            assertThat(stage.get("contact-lists/news/contacts").path("Contacts"))
                    .isEmpty();
            Eventually.await(() ->
                    stage.database.<Integer>read(handle -> handle.createQuery("SELECT count(*) FROM sesv2_contact")
                                    .mapTo(Integer.class)
                                    .one())
                            == 0);
        }
    }

    @OnEveryDatabase
    void tagsAreSetReplacedAndTakenAway(TestDatabase test) {
        try (var stage = News.on(test)) {
            String arn = "arn:aws:ses:us-east-1:111122223333:contact-list/news";
            stage.call("POST", "tags", """
                    {"ResourceArn":"%s","Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]}""".formatted(arn));
            stage.call("POST", "tags", """
                    {"ResourceArn":"%s","Tags":[{"Key":"a","Value":"3"},{"Key":"c d","Value":""}]}""".formatted(arn));
            stage.call("DELETE", "tags?ResourceArn=" + arn + "&TagKeys=b&TagKeys=c+d", "");
            assertThat(stage.get("tags?ResourceArn=" + arn).toString())
                    .isEqualTo("{\"Tags\":[{\"Key\":\"a\",\"Value\":\"3\"}]}");
            for (String other : new String[] {
                arn.replace("news", "nope"), arn.replace("1111", "9999"), arn.replace("us-east-1", "eu-west-1"), "x"
            }) {
                assertThat(stage.refusal("GET", "tags?ResourceArn=" + other, ""))
                        .isEqualTo("404 NotFoundException: Resource <" + other + "> doesn't exist.");
            }
        }
    }
}
