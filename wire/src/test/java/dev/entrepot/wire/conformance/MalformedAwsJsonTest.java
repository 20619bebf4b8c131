package dev.entrepot.wire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request of awsJson1_0 beside its members' values. */
class MalformedAwsJsonTest {
    private static final SuiteService CONTRACT = SuiteModel.service("aws.protocoltests.json10#JsonRpc10");
    private static final String TARGET = "JsonRpc10.JsonUnions";
    private static final String TYPE = "application/x-amz-json-1.0";

    private final Runner runner =
            new Runner(SuiteProtocol.AWS_JSON_1_0, CONTRACT.service(), false, SuiteModel.CONTRACTS);

    private void assertRefused(HttpRequest request, int status, String code) {
        SuiteEndpoint.Exchange exchange = runner.send(request);
        HttpResponse response = exchange.response();
        assertThat(exchange.reached()).as("what reached the handler").isNull();
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("content-type")).contains(TYPE);
        var answer = (Map<?, ?>) Bodies.tree(SuiteProtocol.AWS_JSON_1_0, response.body());
        assertThat((String) answer.get("__type")).endsWith("#" + code);
        assertThat((String) answer.get("message")).isNotNull();
    }

    private static HttpRequest request(String method, byte[] body, String... headers) {
        return new HttpRequest(method, "/", "", Headers.of(headers), body);
    }

    private void assertUndecodable(byte[] body) {
        assertRefused(
                request("POST", body, "x-amz-target", TARGET, "content-type", TYPE), 400, "SerializationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}}",
                "{} {}",
                "[]",
                "null",
                "1",
                "{\"a\"}",
                "{'a':1}",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":NaN}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x41\"}",
                "/**/{}",
                "{}//",
                "\f{}",
                "{\"contents\":{\"numberValue\":1e1000000000}}",
                "{\"contents\":{\"numberValue\":1.0}}",
                "{\"contents\":{\"numberValue\":\"1\"}}"
            })
    void whatIsNotJsonOfTheContractIsRefused(String body) {
        assertUndecodable(body.getBytes(StandardCharsets.UTF_8));
    }

    /** An escape can spell half of a character, which no UTF-8 store could keep. */
    @Test
    void textThatIsNotUnicodeIsRefused() {
        assertUndecodable("{\"contents\":{\"stringValue\":\"\\ud800\"}}".getBytes(StandardCharsets.UTF_8));
        assertUndecodable("{\"unknown\":\"\\ud800\"}".getBytes(StandardCharsets.UTF_8));
        assertUndecodable("{\"contents\":{\"stringValue\":\"\u00ff\"}}".getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32BE", "UTF-32LE"})
    void otherEncodingsThanUtf8AreRefused(String charset) {
        assertUndecodable("{}".getBytes(Charset.forName(charset)));
        assertUndecodable("\ufeff{}".getBytes(Charset.forName(charset)));
        assertUndecodable("\ufeff{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void depthAndNumbersAreBounded() {
        assertUndecodable(("{\"unknown\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        assertUndecodable(("{\"unknown\":" + "[".repeat(64) + "]".repeat(64) + "}").getBytes(StandardCharsets.UTF_8));
        assertUndecodable(("{\"unknown\":" + "1".repeat(2_000) + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatNamesNoOperationIsRefused() {
        byte[] none = {};
        assertRefused(request("POST", none, "x-amz-target", "JsonRpc10."), 400, "UnknownOperationException");
        assertRefused(request("POST", none, "x-amz-target", "JsonRpc10.Nothing"), 400, "UnknownOperationException");
        assertRefused(
                request("POST", none, "x-amz-target", TARGET, "x-amz-target", "JsonRpc10.EndpointOperation"),
                400,
                "UnknownOperationException");
        assertRefused(request("GET", none, "x-amz-target", TARGET), 405, "MethodNotAllowedException");
    }

    @Test
    void anotherTypeOfBodyIsRefused() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        assertRefused(
                request("POST", body, "x-amz-target", TARGET, "content-type", "application/json"),
                415,
                "UnsupportedMediaTypeException");
    }
}
