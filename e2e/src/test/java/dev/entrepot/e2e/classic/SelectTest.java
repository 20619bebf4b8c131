package dev.entrepot.e2e.classic;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.simpledb.AmazonSimpleDB;
import com.amazonaws.services.simpledb.model.BatchPutAttributesRequest;
import com.amazonaws.services.simpledb.model.DeleteAttributesRequest;
import com.amazonaws.services.simpledb.model.Item;
import com.amazonaws.services.simpledb.model.PutAttributesRequest;
import com.amazonaws.services.simpledb.model.ReplaceableItem;
import com.amazonaws.services.simpledb.model.SelectRequest;
import com.amazonaws.services.simpledb.model.SelectResult;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Refused;
import dev.entrepot.e2e.fixture.SampleDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs read domains page by page: no item may be lost or come twice on the way, whatever the pages' sizes. */
class SelectTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @Test
    void pagesAreAsLongAsTheLimitSaysAndACountIsWhole() { // 42
        var simpleDb = ENTREPOT.simpleDb();
        String domain = domain(2600, "x");
        SelectResult first = simpleDb.select(new SelectRequest("select itemName() from `" + domain + "`"));
        assertThat(first.getItems()).hasSize(100);
        assertThat(first.getNextToken()).isNotNull();
        List<SelectResult> pages = Items.pages(simpleDb, "select itemName() from `" + domain + "` limit 2500");
        assertThat(pages).extracting(page -> page.getItems().size()).containsExactly(2500, 100);
        assertThat(names(pages)).doesNotHaveDuplicates().hasSize(2600);
        assertThat(count(simpleDb.select(new SelectRequest("select count(*) from `" + domain + "`"))))
                .isEqualTo("2600");
    }

    @Test
    void aPageEndsBeforeItGrowsBeyondAMegabyteThoughItemsVanishMeanwhile() { // 43
        var simpleDb = ENTREPOT.simpleDb();
        String domain = domain(300, "x".repeat(1000));
        var request = new SelectRequest("select * from `" + domain + "` limit 2500");
        var seen = new ArrayList<String>();
        var deleted = new HashSet<String>();
        do {
            SelectResult page = simpleDb.select(request);
            List<String> names = page.getItems().stream().map(Item::getName).toList();
            assertThat(names).hasSizeBetween(80, 110);
            seen.addAll(names);
            // What has been read goes: with positions counted from the start, survivors would be passed over.
            for (String name : names.subList(0, 20)) {
                simpleDb.deleteAttributes(new DeleteAttributesRequest(domain, name));
                deleted.add(name);
            }
            request.setNextToken(page.getNextToken());
        } while (request.getNextToken() != null);
        assertThat(seen).doesNotHaveDuplicates().hasSize(300);
        assertThat(deleted).isSubsetOf(Set.copyOf(seen));
    }

    @Test
    void aCountsTokenGoesOnAsASelect() { // 44
        var simpleDb = ENTREPOT.simpleDb();
        String domain = domain(10, "x");
        SelectResult counted = simpleDb.select(new SelectRequest("select count(*) from `" + domain + "` limit 3"));
        assertThat(count(counted)).isEqualTo("3");
        SelectResult next = simpleDb.select(new SelectRequest("select itemName() from `" + domain + "` limit 2")
                .withNextToken(counted.getNextToken()));
        assertThat(next.getItems()).extracting(Item::getName).containsExactly("item 00003", "item 00004");
    }

    @Test
    void aTokenOfAnotherQueryIsRefused() { // 44
        var simpleDb = ENTREPOT.simpleDb();
        String token = simpleDb.select(new SelectRequest("select * from `" + domain(3, "x") + "` limit 1"))
                .getNextToken();
        String other = domain(3, "x");
        for (String wrong : List.of(token, "nonsense", token.substring(1), token + "x")) {
            assertThat(Refused.by(() -> simpleDb.select(
                            new SelectRequest("select * from `" + other + "` limit 1").withNextToken(wrong))))
                    .isEqualTo(new Refused(400, "InvalidNextToken", "The specified next token is not valid."));
        }
    }

    @Test
    void itemsAreInTheOrderOfTheirUtf8BytesNotOfJavasCharacters() { // 46
        var simpleDb = ENTREPOT.simpleDb();
        String domain = Items.domain(simpleDb);
        for (String name : List.of("\uD83D\uDE00", "\uFF5E", "z")) {
            simpleDb.putAttributes(new PutAttributesRequest(domain, name, List.of(Items.add("a", "1"))));
        }
        assertThat(names(Items.pages(simpleDb, "select * from `" + domain + "`")))
                .containsExactly("z", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void theOutputListDecidesWhatComesBack() {
        var simpleDb = ENTREPOT.simpleDb();
        String domain = Items.domain(simpleDb);
        SampleDomain.load(simpleDb, domain);
        assertThat(only(simpleDb, "select Title, Pages from `" + domain + "`"))
                .containsOnlyKeys("Title", "Pages")
                .containsEntry("Pages", new TreeSet<>(Set.of("00304")));
        assertThat(only(simpleDb, "SELECT * FROM `" + domain + "`"))
                .containsEntry("Keyword", new TreeSet<>(Set.of("Book", "Hardcover", "American")));
        assertThat(only(simpleDb, "select itemName() from `" + domain + "`")).isEmpty();
    }

    @Test
    void whatIsNoSelectIsRefusedInAwssWords() { // of 41: 61 to 64
        var simpleDb = ENTREPOT.simpleDb();
        SampleDomain.load(simpleDb, "plain");
        for (String wrong :
                List.of("", "select", "select * from my-domain", "select * from `plain", "drop table item")) {
            assertThat(Refused.by(() -> simpleDb.select(new SelectRequest(wrong)))
                            .code())
                    .as(wrong)
                    .isIn("InvalidQueryExpression", "MissingParameter");
        }
        assertThat(Refused.by(() -> simpleDb.select(new SelectRequest("select * from nosuch"))))
                .isEqualTo(new Refused(400, "NoSuchDomain", "The specified domain does not exist."));
        for (int limit : List.of(0, 2501)) {
            assertThat(Refused.by(() -> simpleDb.select(new SelectRequest("select * from plain limit " + limit))))
                    .isEqualTo(new Refused(
                            400,
                            "InvalidParameterValue",
                            "Value (" + limit + ") for parameter MaxNumberOfItems is invalid."
                                    + " MaxNumberOfItems must be between 1 and 2500."));
        }
    }

    /** The attributes of The Right Stuff in the answer. */
    private static Map<String, TreeSet<String>> only(AmazonSimpleDB simpleDb, String expression) {
        return Items.byName(simpleDb.select(new SelectRequest(expression)).getItems().stream()
                .filter(item -> item.getName().equals(SampleDomain.RIGHT_STUFF))
                .findFirst()
                .orElseThrow()
                .getAttributes());
    }

    private static List<String> names(List<SelectResult> pages) {
        return pages.stream()
                .flatMap(page -> page.getItems().stream())
                .map(Item::getName)
                .toList();
    }

    private static String count(SelectResult result) {
        assertThat(result.getItems()).hasSize(1);
        var count = result.getItems().getFirst().getAttributes().getFirst();
        assertThat(count.getName()).isEqualTo("Count");
        return count.getValue();
    }

    /** A domain of items that have ten attributes with this value. */
    private static String domain(int items, String value) {
        String domain = Items.domain(ENTREPOT.simpleDb());
        var attributes =
                IntStream.range(0, 10).mapToObj(i -> Items.add("a" + i, value)).toList();
        for (int start = 0; start < items; start += 25) {
            List<ReplaceableItem> batch = IntStream.range(start, Math.min(start + 25, items))
                    .mapToObj(i -> new ReplaceableItem("item %05d".formatted(i), attributes))
                    .toList();
            ENTREPOT.simpleDb().batchPutAttributes(new BatchPutAttributesRequest(domain, batch));
        }
        return domain;
    }
}
