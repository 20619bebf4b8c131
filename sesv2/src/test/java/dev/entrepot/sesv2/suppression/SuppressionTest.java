package dev.entrepot.sesv2.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.sesv2.address.EmailAddress;
import dev.entrepot.sesv2.contract.SuppressionListReason;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who is on this list gets no mail, and who is lost from it does: each entry counts (SES dossier, section 3.6). */
class SuppressionTest {
    private static final String ADDRESSES = "suppression/addresses";

    private static void put(Stage stage, String address, String reason) {
        stage.call("PUT", ADDRESSES, "{\"EmailAddress\":\"%s\",\"Reason\":\"%s\"}".formatted(address, reason));
    }

    // [33]
    @OnEveryDatabase
    void anEntryKeepsTheCaseOfItsLocalPartAndIsFoundByIt(TestDatabase test) {
        try (var stage = new Stage(test)) {
            put(stage, " Foo@Example.COM", "BOUNCE");
            assertThat(stage.get(ADDRESSES + "/Foo%40example.com").toString()).isEqualTo("""
                    {"SuppressedDestination":{"EmailAddress":"Foo@example.com","Reason":"BOUNCE",\
                    "LastUpdateTime":1767225600}}""");
            assertThat(stage.get(ADDRESSES + "/Foo%40EXAMPLE.com").findValuesAsText("EmailAddress"))
                    .containsExactly("Foo@example.com");
            String unknown =
                    "404 NotFoundException: Email address foo@example.com does not exist on your suppression list.";
            assertThat(stage.refusal("GET", ADDRESSES + "/foo%40example.com", ""))
                    .isEqualTo(unknown);
            assertThat(stage.refusal("DELETE", ADDRESSES + "/foo%40example.com", ""))
                    .isEqualTo(unknown);
            stage.call("DELETE", ADDRESSES + "/Foo%40example.com", "");
            assertThat(stage.refusal("GET", ADDRESSES + "/Foo%40example.com", ""))
                    .startsWith("404");
        }
    }

    // [32] by the API.
    @OnEveryDatabase
    void aLaterReasonTakesTheEarliersPlace(TestDatabase test) {
        try (var stage = new Stage(test)) {
            put(stage, "a@x.org", "BOUNCE");
            stage.clock.advance(Duration.ofMillis(250));
            put(stage, "a@x.org", "COMPLAINT");
            JsonNode entry = stage.get(ADDRESSES + "/a%40x.org").path("SuppressedDestination");
            assertThat(entry.path("Reason").asText()).isEqualTo("COMPLAINT");
            assertThat(entry.path("LastUpdateTime").asDouble()).isEqualTo(1767225600.25);
        }
    }

    // What put an address here is told only when it was a message.
    @OnEveryDatabase
    void anEntryThatAMessageMadeNamesTheMessage(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var row = new SuppressedRow(
                    "a@x.org", SuppressionListReason.BOUNCE, Optional.of("m"), Optional.of("f"), stage.clock.instant());
            stage.database.write(handle -> {
                SuppressionStore.put(handle, Stage.OWNER, List.of(row));
                return true;
            });
            assertThat(stage.get(ADDRESSES + "/a%40x.org")
                            .at("/SuppressedDestination/Attributes")
                            .toString())
                    .isEqualTo("{\"MessageId\":\"m\",\"FeedbackId\":\"f\"}");
        }
    }

    @OnEveryDatabase
    void eachRefusalHasTheServicesWords(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String detected = "400 BadRequestException: 1 validation error detected: Value at ";
            assertThat(stage.refusal("PUT", ADDRESSES, "{\"EmailAddress\":\"a@x.org\",\"Reason\":\"SPAM\"}"))
                    .isEqualTo(detected + "'reason' failed to satisfy constraint: Member must satisfy enum value set: "
                            + "[BOUNCE, COMPLAINT]");
            assertThat(stage.refusal("GET", ADDRESSES + "?Reason=BOUNCE&Reason=SPAM", ""))
                    .isEqualTo(detected + "'reasons' failed to satisfy constraint: Member must satisfy constraint: "
                            + "[Member must satisfy enum value set: [BOUNCE, COMPLAINT]]");
            assertThat(stage.refusal("PUT", ADDRESSES, "{\"EmailAddress\":\"a@x\",\"Reason\":\"BOUNCE\"}"))
                    .isEqualTo("400 BadRequestException: EmailAddress <a@x> is invalid");
            assertThat(stage.refusal("GET", ADDRESSES + "?NextToken=x", ""))
                    .isEqualTo("400 InvalidNextTokenException: NextToken is not valid.");
            assertThat(stage.refusal("GET", ADDRESSES + "?StartDate=yesterday", ""))
                    .startsWith("400 SerializationException");
        }
    }

    // An entry put for a tenant must not silently hold for the whole account.
    @OnEveryDatabase
    void aTenantIsUnknownHoweverItIsNamed(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String unknown = "404 NotFoundException: Tenant t does not exist.";
            assertThat(stage.refusal("PUT", ADDRESSES, """
                    {"EmailAddress":"a@x.org","Reason":"BOUNCE","TenantName":"t"}""")).isEqualTo(unknown);
            assertThat(stage.refusal("GET", ADDRESSES + "?TenantName=t", "")).isEqualTo(unknown);
            assertThat(stage.refusal("GET", ADDRESSES + "/a%40x.org?TenantName=t", ""))
                    .isEqualTo(unknown);
            assertThat(stage.refusal("DELETE", ADDRESSES + "/a%40x.org?TenantName=t", ""))
                    .isEqualTo(unknown);
            assertThat(stage.get(ADDRESSES).path("SuppressedDestinationSummaries"))
                    .isEmpty();
        }
    }

    // [50]
    @OnEveryDatabase
    void aListingIsFilteredByReasonAndTime(TestDatabase test) {
        try (var stage = new Stage(test)) {
            put(stage, "b@x.org", "BOUNCE");
            stage.clock.advance(Duration.ofMillis(678));
            put(stage, "c@x.org", "COMPLAINT");
            stage.clock.advance(Duration.ofMillis(322));
            put(stage, "a@x.org", "BOUNCE");
            String from = "&StartDate=2026-01-01T00:00:00.678000Z";
            String until = "&EndDate=2026-01-01T00:00:01Z";
            assertThat(addresses(stage, "?Reason=BOUNCE&Reason=COMPLAINT" + from))
                    .containsExactly("a@x.org", "c@x.org");
            assertThat(addresses(stage, "?Reason=BOUNCE" + from)).containsExactly("a@x.org");
            assertThat(addresses(stage, "?x=" + until)).containsExactly("b@x.org", "c@x.org");
            assertThat(addresses(stage, "?x=" + from + until)).containsExactly("c@x.org");
            assertThat(addresses(stage, "")).containsExactly("a@x.org", "b@x.org", "c@x.org");
            stage.callAs(new Owner("111122223333", "eu-west-1"));
            assertThat(addresses(stage, "")).isEmpty();
        }
    }

    // Nothing is sent here, so nothing would ever heed these: better refused than accepted and forgotten.
    @OnEveryDatabase
    void whatOnlySendingHeedsIsNoOperation(TestDatabase test) {
        try (var stage = new Stage(test)) {
            assertThat(stage.refusal("PUT", "account/suppression", "{\"SuppressedReasons\":[]}"))
                    .startsWith("404 UnknownOperationException");
            assertThat(stage.refusal("PUT", "configuration-sets/c/suppression-options", "{}"))
                    .startsWith("404 UnknownOperationException");
        }
    }

    private static List<String> addresses(Stage stage, String query) {
        return stage.get(ADDRESSES + query).findValuesAsText("EmailAddress");
    }

    // [50]
    @OnEveryDatabase
    void aPageHasAThousandEntriesUnlessFewerAreAskedFor(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.database.writeBatch(handle -> {
                SuppressionStore.put(
                        handle,
                        Stage.OWNER,
                        IntStream.range(0, 2_500)
                                .mapToObj(i -> EmailAddress.of("a%04d@x.org".formatted(i)))
                                .map(address -> SuppressedRow.added(
                                        address.text(), SuppressionListReason.BOUNCE, stage.clock.instant()))
                                .toList());
                return true;
            });
            JsonNode first = stage.get(ADDRESSES);
            assertThat(first.path("SuppressedDestinationSummaries")).hasSize(1_000);
            JsonNode second = stage.get(ADDRESSES + "?PageSize=5000&NextToken="
                    + first.path("NextToken").asText());
            assertThat(second.path("SuppressedDestinationSummaries")).hasSize(1_000);
            JsonNode third = stage.get(
                    ADDRESSES + "?NextToken=" + second.path("NextToken").asText());
            assertThat(third.findValuesAsText("EmailAddress")).hasSize(500).contains("a2000@x.org", "a2499@x.org");
            assertThat(third.has("NextToken")).isFalse();
        }
    }
}
