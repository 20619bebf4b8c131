package dev.entrepot.wire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Malformed query forms; the official suite has no malformed case for this protocol. */
class MalformedQueryTest {
    private static final SuiteService CONTRACT = SuiteModel.service("aws.protocoltests.query#AwsQuery");
    private static final String SIMPLE = "Action=SimpleInputParams&Version=2020-01-08&";

    private final Runner runner = new Runner(SuiteProtocol.AWS_QUERY, CONTRACT.service(), false, SuiteModel.CONTRACTS);

    private void assertRefused(String form, String code) {
        var headers = Headers.of("content-type", "application/x-www-form-urlencoded; charset=utf-8");
        var request = new HttpRequest("POST", "/", "", headers, form.getBytes(StandardCharsets.ISO_8859_1));
        SuiteEndpoint.Exchange exchange = runner.send(request);
        String body = new String(exchange.response().body(), StandardCharsets.UTF_8);
        assertThat(exchange.reached()).as("what reached the handler").isNull();
        assertThat(exchange.response().status()).as(body).isEqualTo(400);
        assertThat(body)
                .contains("<Type>Sender</Type><Code>" + code + "</Code>")
                .containsPattern("<Message>.+</Message>");
    }

    @ParameterizedTest
    @CsvSource({
        "Foo=%",
        "Foo=%4",
        "Foo=%zz",
        "Foo=%ff",
        "Foo=%ed%a0%80",
        "Foo=\u00ff",
        "%ff=a",
        "Foo.Bar=x",
        "Bam=1.5",
        "Bam=0x1",
        "Bam=",
        "Bam=2147483648",
        "Bam=%d9%a1",
        "FloatValue=1d",
        "FloatValue=1e39",
        "Baz=yes",
        "Baz=True",
        "Qux=a",
        "Qux=YQ"
    })
    void whatIsNotOfTheMembersTypeIsRefused(String parameter) {
        assertRefused(SIMPLE + parameter, "MalformedInput");
    }

    @Test
    void depthAndNumberOfParametersAreBounded() {
        assertRefused(SIMPLE + "a.".repeat(100_000) + "b=1", "MalformedInput");
        assertRefused(SIMPLE + "a=1&".repeat(60_000), "MalformedInput");
    }

    @Test
    void whatNamesNoOperationIsRefused() {
        assertRefused("Version=2020-01-08", "MissingAction");
        assertRefused("Action=Nothing&Version=2020-01-08", "InvalidAction");
        assertRefused("Action=SimpleInputParams&Version=2001-01-01", "NoSuchVersion");
        assertRefused("Action=SimpleInputParams", "NoSuchVersion");
    }

    @Test
    void aFormIsPostedOrGotten() {
        String query = "Action=NoInputAndNoOutput&Version=2020-01-08";
        for (String method : List.of("PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")) {
            var exchange = runner.send(new HttpRequest(method, "/", query, Headers.EMPTY, new byte[0]));
            assertThat(exchange.reached()).isNull();
            assertThat(exchange.response().status()).isEqualTo(405);
        }
        assertThat(runner.send(new HttpRequest("GET", "/", query, Headers.EMPTY, new byte[0]))
                        .reached())
                .isNotNull();
    }
}
