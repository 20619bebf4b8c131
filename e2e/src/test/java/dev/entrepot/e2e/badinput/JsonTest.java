package dev.entrepot.e2e.badinput;

import static dev.entrepot.e2e.badinput.Errors.assertJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.SignedHttp;
import dev.entrepot.e2e.fixture.SignedHttp.Draft;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SimpleDBv2: JSON that is none, members of the wrong kind, operations that are not. */
class JsonTest {
    private static final String LIST = "/v2/ListExports";
    private static SignedHttp http;

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @BeforeAll
    static void http() {
        http = ENTREPOT.http("sdb");
    }

    @AfterEach
    void theServerAnswersAsBefore() {
        assertThat(ENTREPOT.exports().list(Map.of()).get("exportSummaries")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "[]",
                "1",
                "\"text\"",
                "null",
                "nonsense",
                "{} {}",
                "{}x",
                "{,}",
                "{'domainName':'abc'}",
                "{\"domainName\":\"abc\",}",
                "{\"domainName\":\"abc\" // comment\n}",
                "{\"domainName\":\"a\nb\"}",
                "{\"domainName\":\"\\x\"}",
                "{\"domainName\":\"\\ud800\"}",
                "{\"domainName\":abc}",
                "{\"maxResults\":01}",
                "{\"maxResults\":NaN}",
                "\uFEFF{}x",
                "{\"domainName\":\"abc\"",
            })
    void malformedJsonIsASerializationException(String body) {
        assertJson(post(LIST, body), 400, "SerializationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"domainName\":1}",
                "{\"domainName\":true}",
                "{\"domainName\":{}}",
                "{\"domainName\":[\"abc\"]}",
                "{\"maxResults\":\"1\"}",
                "{\"maxResults\":1.5}",
                "{\"maxResults\":1e99}",
                "{\"maxResults\":99999999999}",
                "{\"maxResults\":true}",
                "{\"maxResults\":{}}",
                "{\"nextToken\":7}",
            })
    void aMemberOfTheWrongKindIsASerializationException(String body) {
        assertJson(post(LIST, body), 400, "SerializationException");
    }

    @Test
    void bytesThatAreNotUtf8AreASerializationException() {
        byte[] body = "{\"domainName\":\"ab\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertJson(http.send(Draft.post(LIST, "application/json", body)), 400, "SerializationException");
    }

    @Test
    void depthIsBounded() {
        String open = "{\"unknown\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertJson(post(LIST, open), 400, "SerializationException");
        String objects = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
        assertJson(post(LIST, objects), 400, "SerializationException");
    }

    @Test
    void sizeIsBoundedToTheByte() {
        String most = "{}" + " ".repeat(64 * 1024 - 2);
        assertThat(post(LIST, most).status()).isEqualTo(200);
        assertJson(post(LIST, most + " "), 413, "RequestEntityTooLargeException");
        String large = "{\"domainName\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";
        assertJson(post(LIST, large), 413, "RequestEntityTooLargeException");
    }

    @Test
    void hugeNumbersCostNothing() {
        assertJson(post(LIST, "{\"maxResults\":" + "9".repeat(60_000) + "}"), 400, "SerializationException");
        assertJson(post(LIST, "{\"maxResults\":1e999999999}"), 400, "SerializationException");
    }

    @Test
    void overlongValuesAreRefusedByTheirLength() {
        for (String operation : new String[] {"StartDomainExport", "ListExports"}) {
            assertJson(
                    post("/v2/" + operation, "{\"domainName\":\"" + "x".repeat(50_000) + "\",\"s3Bucket\":\"abc\"}"),
                    400,
                    "InvalidParameterValueException");
        }
        assertJson(
                post("/v2/GetExport", "{\"exportArn\":\"arn:" + "x".repeat(50_000) + "\"}"),
                400,
                "InvalidParameterValueException");
    }

    @Test
    void unknownMembersAndNullsAreIgnored() {
        assertThat(post(LIST, "{\"unknown\":{\"a\":[1,{}]},\"domainName\":null}")
                        .status())
                .isEqualTo(200);
        assertThat(post(LIST, "").status()).isEqualTo(200);
    }

    @Test
    void aBodyMustBeJsonByItsType() {
        for (String type : new String[] {"text/plain", "application/xml", "application/x-www-form-urlencoded"}) {
            assertJson(
                    http.send(Draft.post(LIST, type, "{}".getBytes(StandardCharsets.UTF_8))),
                    415,
                    "UnsupportedMediaTypeException");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/DeleteExport",
                "/v2/listexports",
                "/v2/",
                "/v2/ListExports/more",
                "/v2//ListExports",
                "/v2/%4CistExports",
                "/v2/%2e%2e%2fListExports",
                "/v2/ListExports;a=b",
            })
    void anUnknownPathIsAnUnknownOperation(String path) {
        assertJson(post(path, "{}"), 404, "UnknownOperationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void anotherMethodIsAnUnknownOperation(String method) {
        assertJson(http.send(Draft.of(method, LIST)), 404, "UnknownOperationException");
    }

    @Test
    void theQueryProtocolDoesNotKnowTheseOperations() {
        var form = "Action=StartDomainExport&Version=2009-04-15";
        Errors.assertClassic(
                http.send(
                        Draft.post("/", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII))),
                400,
                "InvalidAction");
    }

    private static Answer post(String path, String body) {
        return http.send(Draft.post(path, "application/json", body.getBytes(StandardCharsets.UTF_8)));
    }
}
