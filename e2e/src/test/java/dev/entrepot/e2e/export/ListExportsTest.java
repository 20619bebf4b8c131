package dev.entrepot.e2e.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.SampleDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A paginator must meet every export once, oldest first, though new ones start while it walks. */
class ListExportsTest {
    private static final List<String> STARTED = new ArrayList<>();

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @BeforeAll
    static void start() {
        ENTREPOT.s3().createBucket(create -> create.bucket("exports"));
        SampleDomain.load(ENTREPOT.simpleDb(), "listed");
        SampleDomain.load(ENTREPOT.simpleDb(), "another");
        for (int i = 0; i < 5; i++) {
            STARTED.add(ENTREPOT.exports().start("listed", "exports", Map.of()));
        }
    }

    @Test
    void pagesHoldEachExportOnceOldestFirstThoughNewOnesStart() { // 22
        var sizes = new ArrayList<Integer>();
        var seen = new ArrayList<String>();
        var request = new HashMap<String, Object>(Map.of("maxResults", 2, "domainName", "listed"));
        JsonNode page;
        do {
            page = ENTREPOT.exports().list(request);
            List<String> arns = arns(page);
            sizes.add(arns.size());
            seen.addAll(arns);
            if (sizes.size() == 1) {
                ENTREPOT.exports().start("another", "exports", Map.of());
            }
            request.put("nextToken", page.path("nextToken").textValue());
        } while (page.has("nextToken"));
        assertThat(seen).isEqualTo(STARTED);
        assertThat(sizes).containsExactly(2, 2, 1);
    }

    @Test
    void withoutAFilterTheWholeAccountsExportsComeAndWithOneOnlyItsDomains() { // 22
        String other = ENTREPOT.exports().start("another", "exports", Map.of());
        assertThat(arns(ENTREPOT.exports().list(Map.of()))).containsAll(STARTED).contains(other);
        assertThat(arns(ENTREPOT.exports().list(Map.of("domainName", "another"))))
                .contains(other)
                .doesNotContainAnyElementsOf(STARTED);
        JsonNode summary =
                ENTREPOT.exports().list(Map.of()).get("exportSummaries").get(0);
        assertThat(summary.fieldNames())
                .toIterable()
                .containsOnly("exportArn", "exportStatus", "requestedAt", "domainName");
    }

    @Test
    void aTokenThatIsNotOursOrOfAnotherListIsRefused() { // 23
        String token = ENTREPOT.exports()
                .list(Map.of("maxResults", 1, "domainName", "listed"))
                .get("nextToken")
                .textValue();
        List<Map<String, ?>> wrong = List.of(
                Map.of("nextToken", "abc"),
                Map.of("nextToken", token),
                Map.of("nextToken", token, "domainName", "another"),
                Map.of("nextToken", (token.startsWith("A") ? "B" : "A") + token.substring(1), "domainName", "listed"));
        for (Map<String, ?> request : wrong) {
            Answer answer = ENTREPOT.exports().call("ListExports", request);
            assertThat(answer.status()).as(request.toString()).isEqualTo(400);
            assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("InvalidNextTokenException");
            assertThat(answer.json().get("message").textValue()).isEqualTo("The specified next token is not valid.");
        }
    }

    private static List<String> arns(JsonNode page) {
        var arns = new ArrayList<String>();
        page.get("exportSummaries")
                .forEach(export -> arns.add(export.get("exportArn").textValue()));
        return arns;
    }
}
