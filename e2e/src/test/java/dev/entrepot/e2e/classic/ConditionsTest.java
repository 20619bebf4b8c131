package dev.entrepot.e2e.classic;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.simpledb.AmazonSimpleDB;
import com.amazonaws.services.simpledb.model.Attribute;
import com.amazonaws.services.simpledb.model.DeleteAttributesRequest;
import com.amazonaws.services.simpledb.model.PutAttributesRequest;
import com.amazonaws.services.simpledb.model.UpdateCondition;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Refused;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A conditional write is how SimpleDB's users lock: check and write must be one step, and a refusal must say why. */
class ConditionsTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private String domain;

    @BeforeEach
    void item() {
        domain = Items.domain(ENTREPOT.simpleDb());
        ENTREPOT.simpleDb()
                .putAttributes(new PutAttributesRequest(
                        domain,
                        "item",
                        List.of(Items.add("VersionNumber", "7"), Items.add("many", "1"), Items.add("many", "2"))));
    }

    @Test
    void aConditionThatDoesNotHoldRefusesTheWriteInAwssWords() { // 35
        assertThat(refused(is("VersionNumber", "30")))
                .isEqualTo(new Refused(
                        409,
                        "ConditionalCheckFailed",
                        "Conditional check failed. Attribute (VersionNumber) value is (7) but was expected (30)"));
        assertThat(refused(is("unknown", "7")))
                .isEqualTo(new Refused(404, "AttributeDoesNotExist", "Attribute (unknown) does not exist"));
        assertThat(refused(is("many", "1")))
                .isEqualTo(new Refused(
                        409,
                        "MultiValuedAttribute",
                        "Attribute (many) is multi-valued."
                                + " Conditional check can only be performed on a single-valued attribute"));
        assertThat(refused(new UpdateCondition().withName("VersionNumber").withExists(false)))
                .isEqualTo(new Refused(
                        409,
                        "ConditionalCheckFailed",
                        "Conditional check failed. Attribute (VersionNumber) value exists."));
        assertThat(refused(new UpdateCondition().withName("VersionNumber").withExists(true)))
                .isEqualTo(new Refused(
                        400,
                        "IncompleteExpectedValues",
                        "If Expected.Exists = True or unspecified, then Expected.Value has to be specified"));
        assertThat(refused(new UpdateCondition("VersionNumber", "7", false)))
                .isEqualTo(new Refused(
                        400,
                        "ExistsAndExpectedValue",
                        "Expected.Exists=false and Expected.Value cannot be specified together"));
        assertThat(Items.get(ENTREPOT.simpleDb(), domain, "item")).doesNotContainKey("written");
    }

    @Test
    void aConditionThatHoldsLetsTheWriteThrough() {
        put(is("VersionNumber", "7"));
        put(new UpdateCondition("VersionNumber", "7", true));
        put(new UpdateCondition().withName("unknown").withExists(false));
        assertThat(Items.get(ENTREPOT.simpleDb(), domain, "item")).containsKey("written");
    }

    @Test
    void deletesAreConditionalToo() {
        var delete = new DeleteAttributesRequest(domain, "item", List.of(new Attribute().withName("many")));
        assertThat(Refused.by(() -> ENTREPOT.simpleDb().deleteAttributes(delete.withExpected(is("VersionNumber", "8"))))
                        .code())
                .isEqualTo("ConditionalCheckFailed");
        ENTREPOT.simpleDb().deleteAttributes(delete.withExpected(is("VersionNumber", "7")));
        assertThat(Items.get(ENTREPOT.simpleDb(), domain, "item"))
                .isEqualTo(Map.of("VersionNumber", new TreeSet<>(List.of("7"))));
    }

    @Test
    void noneOfFiftyParallelConditionalIncrementsIsLost() throws Exception { // 36
        var simpleDb = ENTREPOT.simpleDb();
        simpleDb.putAttributes(new PutAttributesRequest(domain, "counter", List.of(Items.add("n", "0"))));
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> increments = IntStream.range(0, 50)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> increment(simpleDb)))
                    .toList();
            for (Future<?> increment : increments) {
                increment.get();
            }
        }
        assertThat(Items.get(simpleDb, domain, "counter")).isEqualTo(Map.of("n", new TreeSet<>(List.of("50"))));
    }

    private void increment(AmazonSimpleDB simpleDb) {
        while (true) {
            String seen = Items.get(simpleDb, domain, "counter").get("n").first();
            String next = "" + (Integer.parseInt(seen) + 1);
            try {
                simpleDb.putAttributes(
                        new PutAttributesRequest(domain, "counter", List.of(Items.replace("n", next)), is("n", seen)));
                return;
            } catch (AmazonServiceException e) {
                assertThat(e.getErrorCode()).isEqualTo("ConditionalCheckFailed");
            }
        }
    }

    private static UpdateCondition is(String name, String value) {
        return new UpdateCondition().withName(name).withValue(value);
    }

    private void put(UpdateCondition condition) {
        ENTREPOT.simpleDb()
                .putAttributes(
                        new PutAttributesRequest(domain, "item", List.of(Items.replace("written", "yes")), condition));
    }

    private Refused refused(UpdateCondition condition) {
        return Refused.by(() -> put(condition));
    }
}
