package dev.entrepot.e2e.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Node;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Most of SES's clients are JavaScript programs; their SDK is generated and encodes by rules of its own. */
class JavaScriptSdkTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private static Optional<Node> node = Optional.empty();

    @BeforeAll
    static void install() {
        node = Node.install();
        assumeTrue(node.isPresent(), "SKIPPED: there is no node, no npm, or npm cannot reach its registry");
    }

    // [60]
    @Test
    void aJavaScriptProgramKeepsContactsAndSuppressedDestinations() throws Exception {
        JsonNode seen = seenBy("sesv2.mjs");
        assertThat(seen.path("address").asText()).isEqualTo("o'x/y+z@example.com");
        assertThat(seen.path("preferences").toString())
                .isEqualTo("[{\"TopicName\":\"Sports\",\"SubscriptionStatus\":\"OPT_IN\"}]");
        assertThat(seen.path("attributes").isNull()).isTrue();
        assertThat(seen.path("times").asBoolean()).isTrue();
        assertThat(seen.path("listed").toString())
                .isEqualTo("[[\"c0@example.com\",\"c1@example.com\",\"c2@example.com\"],"
                        + "[\"c3@example.com\",\"c4@example.com\",\"c5@example.com\"],"
                        + "[\"c6@example.com\",\"o'x/y+z@example.com\"]]");
        assertThat(seen.path("missing").asText())
                .isEqualTo("NotFoundException 404 nobody@example.com doesn't exist in List. true false");
        assertThat(seen.path("invalid").asText())
                .isEqualTo("BadRequestException 400 EmailAddress <nobody> is invalid false true");
        assertThat(seen.path("suppressed").asText()).isEqualTo("o'x/y+z@example.com COMPLAINT");
    }

    // [56] [57] [59] [60]
    @Test
    void aJavaScriptProgramExportsWhereThereAreNoEvents() throws Exception {
        JsonNode seen = seenBy("sesv2-exports.mjs");
        assertThat(seen.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(seen.path("statistics").toString())
                .isEqualTo("{\"ProcessedRecordsCount\":0,\"ExportedRecordsCount\":0}");
        assertThat(seen.path("start").asBoolean()).isTrue();
        assertThat(seen.path("completed").asBoolean()).isTrue();
        assertThat(seen.path("file").asText()).isEqualTo("ISP,SEND_VOLUME\r\n");
        assertThat(seen.path("refusal").asText()).isEqualTo("BadRequestException true");
        assertThat(seen.path("listed").asInt()).isEqualTo(1);
    }

    private static JsonNode seenBy(String script) throws Exception {
        return new ObjectMapper()
                .readTree(node.orElseThrow()
                        .run(script, ENTREPOT.server().uri(), ENTREPOT.server().keys()));
    }
}
