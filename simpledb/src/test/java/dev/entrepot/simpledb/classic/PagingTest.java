package dev.entrepot.simpledb.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Pages must hold every survivor once, whatever happens between them; offsets would skip and repeat. */
class PagingTest {
    private static final Pattern NAME = Pattern.compile("<Item><Name>(.*?)</Name>");
    private static final Pattern TOKEN = Pattern.compile("<NextToken>(.*?)</NextToken>");

    // [30]
    @OnEveryDatabase
    void domainsAreListedByNamePageByPage(TestDatabase test) {
        try (var stage = new Stage(test)) {
            for (String name : List.of("zzz", "AAA", "mmm")) {
                stage.classic("CreateDomain", "DomainName", name);
            }
            String first = Stage.text(stage.classic("ListDomains", "MaxNumberOfDomains", "2"));
            assertThat(first).containsSubsequence("<DomainName>AAA<", "<DomainName>mmm<", "<NextToken>");
            String second = Stage.text(stage.classic(
                    "ListDomains",
                    "MaxNumberOfDomains",
                    "2",
                    "NextToken",
                    all(TOKEN, first).getFirst()));
            assertThat(second).contains("<DomainName>zzz<").doesNotContain("NextToken", "AAA");
        }
    }

    // [42] [44]
    @OnEveryDatabase
    void aSelectIsPagedByNameAndCountsAtOnce(TestDatabase test) {
        try (var stage = ItemOperationsTest.domain(test)) {
            fill(stage, 260, "1");
            assertThat(pages(stage, "select itemName() from domain")).containsExactly(100, 100, 60);
            assertThat(pages(stage, "select * from domain limit 200")).containsExactly(200, 60);
            assertThat(pages(stage, "select nosuch from domain")).containsExactly(0);
            assertThat(Stage.text(select(stage, "select count(*) from domain", "")))
                    .contains("<Item><Name>Domain</Name><Attribute><Name>Count</Name><Value>260</Value>")
                    .doesNotContain("NextToken");

            String counted = Stage.text(select(stage, "select count(*) from domain limit 3", ""));
            assertThat(counted).contains("<Value>3</Value>");
            String next = Stage.text(select(
                    stage, "select * from domain limit 2", all(TOKEN, counted).getFirst()));
            assertThat(all(NAME, next)).containsExactly("item0003", "item0004");
        }
    }

    // [43] A page holds about 1 MB.
    @OnEveryDatabase
    void largeItemsMakeSmallPagesAndDeletionsBetweenThemSkipNothing(TestDatabase test) {
        try (var stage = ItemOperationsTest.domain(test)) {
            fill(
                    stage,
                    150,
                    "x".repeat(1020),
                    "y".repeat(1020),
                    "z".repeat(1020),
                    "u".repeat(1020),
                    "v".repeat(1020),
                    "w".repeat(1020),
                    "r".repeat(1020),
                    "s".repeat(1020),
                    "t".repeat(1020),
                    "q".repeat(1020));
            var seen = new ArrayList<String>();
            String token = "";
            do {
                String page = Stage.text(select(stage, "select * from domain limit 2500", token));
                seen.addAll(all(NAME, page));
                token = all(TOKEN, page).stream().findFirst().orElse("");
                stage.classic("DeleteAttributes", "DomainName", "domain", "ItemName", seen.getLast());
            } while (!token.isEmpty());
            assertThat(seen).hasSize(150).doesNotHaveDuplicates();
        }
    }

    private static void fill(Stage stage, int items, String... values) {
        for (int batch = 0; batch < items; batch += 25) {
            var parameters = new ArrayList<>(List.of("DomainName", "domain"));
            for (int i = batch; i < Math.min(items, batch + 25); i++) {
                parameters.addAll(List.of("Item." + i + ".ItemName", "item%04d".formatted(i)));
                for (int v = 0; v < values.length; v++) {
                    parameters.addAll(List.of("Item." + i + ".Attribute." + v + ".Name", "a"));
                    parameters.addAll(List.of("Item." + i + ".Attribute." + v + ".Value", values[v]));
                }
            }
            assertThat(stage.classic("BatchPutAttributes", parameters.toArray(String[]::new))
                            .status())
                    .isEqualTo(200);
        }
    }

    private static List<Integer> pages(Stage stage, String expression) {
        var sizes = new ArrayList<Integer>();
        String token = "";
        do {
            String page = Stage.text(select(stage, expression, token));
            sizes.add(all(NAME, page).size());
            token = all(TOKEN, page).stream().findFirst().orElse("");
        } while (!token.isEmpty());
        return sizes;
    }

    private static HttpResponse select(Stage stage, String expression, String token) {
        return token.isEmpty()
                ? stage.classic("Select", "SelectExpression", expression)
                : stage.classic("Select", "SelectExpression", expression, "NextToken", token);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
