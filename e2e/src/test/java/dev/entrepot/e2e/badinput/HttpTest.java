package dev.entrepot.e2e.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.RawConnection;
import dev.entrepot.e2e.fixture.SignedHttp;
import dev.entrepot.e2e.fixture.SignedHttp.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hardly HTTP any more: refused or cut off, never a 5xx, and no other connection notices. */
class HttpTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @AfterEach
    void theServerAnswersAsBefore() {
        assertThat(ENTREPOT.exports().list(Map.of()).get("exportSummaries")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n folded: header\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nbad name: x\r\n\r\n",
                "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /%ff%fe HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /v2/ListExports%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://elsewhere/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere:443\r\n\r\n",
                "BREW / HTTP/1.1\r\nHost: a\r\n\r\n",
                "BREW /v2/ListExports HTTP/1.1\r\nHost: a\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
            })
    void garbageIsRefusedOrCutOff(String bytes) {
        for (Answer answer : RawConnection.say(ENTREPOT.server().uri(), bytes)) {
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
            assertThat(answer.header("x-amzn-RequestId") + answer.header("x-amz-request-id"))
                    .as(answer.headers().toString())
                    .isNotEmpty();
            assertThat(answer.text()).isNotEmpty().doesNotContain("Jetty", "jetty", "Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v2/ListExports HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{}",
                "POST /v2/ListExports HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\na=b",
            })
    void aBodyThatBreaksOffOrIsMisframedIsTheClientsFault(String bytes) {
        for (Answer answer : RawConnection.say(ENTREPOT.server().uri(), bytes)) {
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        }
        assertThat(ENTREPOT.server().log()).as("anybody could fill the log").doesNotContain("\tat ");
    }

    @Test
    void anUnknownVersionOfHttpIsNamedAsWhatItIs() {
        String bytes = "GET / HTTP/9.9\r\nHost: a\r\n\r\n";
        assertThat(RawConnection.say(ENTREPOT.server().uri(), bytes))
                .singleElement()
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(505));
    }

    @Test
    void randomBytesAreRefusedOrCutOff() {
        var random = new Random(4711);
        for (int i = 0; i < 50; i++) {
            String bytes = random.ints(200, 0, 256)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .append("\r\n\r\n")
                    .toString();
            for (Answer answer : RawConnection.say(ENTREPOT.server().uri(), bytes)) {
                assertThat(answer.status()).isBetween(400, 499);
            }
        }
    }

    @Test
    void aFloodOfHeadersIsRefused() {
        String one = "GET /v2/ListExports HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(200_000) + "\r\n\r\n";
        var many = new StringBuilder("GET /v2/ListExports HTTP/1.1\r\nHost: a\r\n");
        for (int i = 0; i < 20_000; i++) {
            many.append("X-").append(i).append(": y\r\n");
        }
        String target = "GET /" + "x".repeat(200_000) + " HTTP/1.1\r\nHost: a\r\n\r\n";
        for (String flood : List.of(one, many.append("\r\n").toString(), target)) {
            for (Answer answer : RawConnection.say(ENTREPOT.server().uri(), flood)) {
                assertThat(answer.status()).isIn(400, 414, 431);
                assertThat(answer.header("x-amzn-RequestId")).isNotEmpty();
            }
        }
    }

    @Test
    void aThousandConnectionsThatSayNothingHinderNobody() {
        var open = new ArrayList<RawConnection>();
        try {
            for (int i = 0; i < 1_000; i++) {
                open.add(new RawConnection(ENTREPOT.server().uri()));
            }
            assertThat(ENTREPOT.exports().list(Map.of()).get("exportSummaries")).isEmpty();
        } finally {
            open.forEach(RawConnection::close);
        }
    }

    @Test
    void ourOwnPagesShowHealthToEveryoneAndNothingElse() {
        SignedHttp http = ENTREPOT.http("sdb");
        assertThat(http.unsigned(Draft.of("GET", "/_entrepot/health/ready")).status())
                .isEqualTo(200);
        for (String entrance : List.of("/_entrepot", "/_entrepot/", "/_entrepot/console/jobs")) {
            assertThat(http.unsigned(Draft.of("GET", entrance)).status())
                    .as("%s sends to the log-in", entrance)
                    .isEqualTo(303);
        }
        for (String path : List.of("/_entrepot/health", "/_entrepot/../data", "/_entrepot/health/..%2f")) {
            assertThat(http.unsigned(Draft.of("GET", path)).status()).as(path).isIn(400, 403, 404);
        }
        assertThat(http.unsigned(Draft.of("POST", "/_entrepot/health/ready")).status())
                .isEqualTo(405);
    }
}
