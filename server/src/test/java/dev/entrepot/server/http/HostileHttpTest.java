package dev.entrepot.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where a proxy and this server could disagree about what a request is or where it ends, a second request could hide in the
 * first. Whatever can be read in two ways is refused, and nothing after it on the connection is read.
 */
class HostileHttpTest {
    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n";

    private final Scripted services = new Scripted(request -> Scripted.text(200, request.rawPath()));
    private Listener listener;

    @BeforeEach
    void start() {
        listener = Listener.start(
                InetAddress.getLoopbackAddress(),
                0,
                TestLimits.body(Duration.ofMillis(300)),
                () -> true,
                services,
                new NoObjectStore(),
                (_, _, _, _) -> {});
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private static String post(String fields, String body) {
        return "POST / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body;
    }

    static Stream<String> framedInTwoWays() {
        String length = "Content-Length: 6\r\n";
        String chunked = "Transfer-Encoding: chunked\r\n";
        String chunks = "0\r\n\r\n";
        return Stream.of(
                post(length + "Content-Length: 5\r\n", "abcdef"),
                post("Content-Length: 6, 5\r\n", "abcdef"),
                post("Content-Length: 6, 6\r\n", "abcdef"),
                post("Content-Length: +6\r\n", "abcdef"),
                post("Content-Length: 0x6\r\n", "abcdef"),
                post("Content-Length: 6 6\r\n", "abcdef"),
                post("Content-Length: 6;\r\n", "abcdef"),
                post("Content-Length: -6\r\n", "abcdef"),
                post("Content-Length: 18446744073709551622\r\n", "abcdef"),
                post("Content-Length:\r\n", "abcdef"),
                post(length + chunked, chunks),
                post(chunked + length, chunks),
                post(chunked + chunked, chunks),
                post("Transfer-Encoding: xchunked\r\n", chunks),
                post("Transfer-Encoding: chunkedx\r\n", chunks),
                post("Transfer-Encoding: chunked, identity\r\n", chunks),
                post("Transfer-Encoding: identity\r\n", chunks),
                post("Transfer-Encoding: identity, chunked\r\n", chunks),
                post("Transfer-Encoding: gzip, chunked\r\n", chunks),
                post("Transfer-Encoding: chunked, chunked\r\n", chunks),
                post("Transfer-Encoding: \"chunked\"\r\n", chunks),
                post("Transfer-Encoding: \u000bchunked\r\n", chunks),
                post("Transfer-Encoding : chunked\r\n", chunks),
                post(" Transfer-Encoding: chunked\r\n", chunks),
                post("Transfer-Encoding:\r\n chunked\r\n", chunks),
                post("Transfer-Encoding: chunked\n" + length, chunks),
                post("X: y\rTransfer-Encoding: chunked\r\n", chunks),
                post("X: y\r\n folded\r\n", ""),
                post("X : y\r\n", ""),
                post("X\r\n", ""),
                post("X\0: y\r\n", ""),
                post("X: y\0z\r\n", ""),
                post("X: y\rz\r\n", ""),
                post("X: y\n", ""),
                post(": y\r\n", ""),
                post("H\u00e4: y\r\n", ""),
                post("Host: y\r\n", ""),
                post(chunked, "6\nabcdef\n0\n\n"),
                post(chunked, "6\r\nabcdefg\r\n0\r\n\r\n"),
                post(chunked, "-6\r\nabcdef\r\n0\r\n\r\n"),
                post(chunked, "+6\r\nabcdef\r\n0\r\n\r\n"),
                post(chunked, "0x6\r\nabcdef\r\n0\r\n\r\n"),
                post(chunked, "100000006\r\nabcdef\r\n0\r\n\r\n"),
                post(chunked, "ffffffffffffffff\r\nabcdef\r\n0\r\n\r\n"),
                post(chunked, "10000000000000006\r\nabcdef\r\n0\r\n\r\n"),
                post(chunked, "6 6\r\nabcdef\r\n0\r\n\r\n"),
                post(chunked, "\r\nabcdef\r\n0\r\n\r\n"),
                post(chunked, "6;a\nb\r\nabcdef\r\n0\r\n\r\n"),
                post(chunked, "0\r\nX: y\0\r\n\r\n"),
                "GET / HTTP/1.1\n\n",
                "GET / HTTP/1.1 \r\nHost: x\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x, y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x/y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n",
                "GET http://y/ HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/0.9\r\nHost: x\r\n\r\n",
                "GET / HTTP/2.0\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.10\r\nHost: x\r\n\r\n",
                "GET /\r\n\r\n",
                "G\0T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /% HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /../etc HTTP/1.1\r\nHost: x\r\n\r\n",
                "\0\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("framedInTwoWays")
    void whatCanBeReadInTwoWaysIsRefusedAndNothingBehindItIsRead(String bytes) throws IOException {
        try (var client = new RawClient(listener.uri())) {
            String answer = client.send(bytes + HIDDEN).answer();
            assertThat(answer).as(answer).startsWith("HTTP/1.1 ").containsIgnoringCase("connection: close");
            assertThat(Integer.parseInt(answer.substring(9, 12))).as(answer).isIn(400, 408, 414, 426, 431, 501, 505);
            saysNothingOfItself(answer);
            assertThat(client.closedByServer()).isTrue();
        }
        assertThat(services.seen).isEmpty();
    }

    /** What follows the status line, the date and the ids is of our own words. */
    private static void saysNothingOfItself(String answer) {
        assertThat(answer)
                .containsIgnoringCase("x-amzn-requestid: ")
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("Server:", "Exception", "\tat ", "org.", "java.", "dev.entrepot");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n")))
                .as("no empty answer")
                .hasSizeGreaterThan(10);
    }
}
