package dev.entrepot.wire.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.Member;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** The official suite has malformed requests for restJson1 alone; what is wrong there is wrong in the other protocols too. */
class DerivedMalformedTest {
    @TestFactory
    Stream<DynamicTest> awsJson() {
        return ofBodies()
                .map(each -> test(each, () -> {
                    var headers = Headers.of(
                            "X-Amz-Target",
                            each.contract().service().name() + "."
                                    + each.operation().name(),
                            "Content-Type",
                            "application/x-amz-json-1.0");
                    var request = new HttpRequest(
                            "POST", "/", "", headers, each.body().getBytes(StandardCharsets.UTF_8));
                    Map<?, ?> answer = assertRefused(SuiteProtocol.AWS_JSON_1_0, each, request);
                    assertThat((String) answer.get("__type"))
                            .as("%s %s", each.test().getId(), answer)
                            .endsWith("#" + each.code());
                }));
    }

    @TestFactory
    Stream<DynamicTest> rpcv2Cbor() {
        return ofCbor().map(each -> test(each, () -> {
            var headers = Headers.of("smithy-protocol", "rpc-v2-cbor", "Content-Type", "application/cbor");
            String path = "/service/" + each.contract().service().name() + "/operation/"
                    + each.operation().name();
            var request = new HttpRequest("POST", path, "", headers, cbor(each));
            Map<?, ?> answer = assertRefused(SuiteProtocol.RPC_V2_CBOR, each, request);
            assertThat((String) answer.get("__type"))
                    .as("%s %s", each.test().getId(), answer)
                    .endsWith("#" + each.code());
        }));
    }

    @TestFactory
    Stream<DynamicTest> awsQuery() {
        return ofQueries()
                .map(each -> test(each, () -> {
                    var form = new StringBuilder("Action=" + each.operation().name() + "&Version="
                            + each.contract().service().version());
                    each.test()
                            .getRequest()
                            .getQueryParams()
                            .forEach(pair -> form.append('&').append(member(each, pair)));
                    var headers = Headers.of("Content-Type", "application/x-www-form-urlencoded");
                    var request = new HttpRequest(
                            "POST", "/", "", headers, form.toString().getBytes(StandardCharsets.UTF_8));
                    SuiteEndpoint.Exchange exchange = new Runner(
                                    SuiteProtocol.AWS_QUERY, each.contract().service(), false, SuiteModel.CONTRACTS)
                            .send(request);
                    assertThat(exchange.reached()).isNull();
                    assertThat(exchange.response().status()).isEqualTo(400);
                    assertThat(new String(exchange.response().body(), StandardCharsets.UTF_8))
                            .contains("<Code>MalformedInput</Code>");
                }));
    }

    /** A rule above that takes fewer cases than it did would look like success. */
    @Test
    void noneOfTheCasesIsLost() {
        assertThat(List.of(ofBodies().count(), ofCbor().count(), ofQueries().count()))
                .containsExactly(311L, 242L, 109L);
    }

    private static DynamicTest test(DerivedCases each, Executable run) {
        String id = each.test().getId();
        return dynamicTest(id, () -> assertThatNoException().as(id).isThrownBy(run::execute));
    }

    private static Stream<DerivedCases> ofBodies() {
        return DerivedCases.all().filter(each -> each.isInBody() && (each.isUndecodable() || each.isInvalid()));
    }

    private static Stream<DerivedCases> ofCbor() {
        return ofBodies().filter(each -> each.json().isPresent());
    }

    private static Stream<DerivedCases> ofQueries() {
        return DerivedCases.all()
                .filter(DerivedCases::isUndecodable)
                .filter(each -> !each.test().getRequest().getQueryParams().isEmpty());
    }

    private static byte[] cbor(DerivedCases each) throws IOException {
        return CborBody.of(
                Documents.of(each.json().orElseThrow()), each.operation().input());
    }

    /** The pair under the member's own name. */
    private static String member(DerivedCases each, String pair) {
        String[] sides = pair.split("=", 2);
        Optional<Member> member = each.operation().input().members().stream()
                .filter(candidate -> candidate.place() == HttpPlace.QUERY
                        && candidate.placeName().equals(sides[0]))
                .findFirst();
        return member.orElseThrow().xmlName() + "="
                + URLEncoder.encode(URLDecoder.decode(sides[1], StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Map<?, ?> assertRefused(SuiteProtocol protocol, DerivedCases each, HttpRequest request) {
        SuiteEndpoint.Exchange exchange =
                new Runner(protocol, each.contract().service(), false, SuiteModel.CONTRACTS).send(request);
        assertThat(exchange.reached()).as("what reached the handler").isNull();
        assertThat(exchange.response().status()).isEqualTo(400);
        return (Map<?, ?>) Bodies.tree(protocol, exchange.response().body());
    }
}
