package dev.entrepot.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client that takes its time takes a place from others; each way to be slow ends after the time that the limits give it. */
class SlowClientsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String WHOLE = "GET /whole HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final int IDLE_CONNECTIONS = 1_000;
    private static final int LARGE = 64 << 20;

    private final Scripted services = new Scripted(
            request -> Scripted.text(200, request.rawPath().equals("/large") ? "x".repeat(LARGE) : "served"));

    private Listener listener(HttpLimits limits) {
        return Listener.start(
                InetAddress.getLoopbackAddress(),
                0,
                limits,
                () -> true,
                services,
                new NoObjectStore(),
                (_, _, _, _) -> {});
    }

    /** Each byte starts the idle time anew, so that a head that drips would never be idle. */
    @Test
    void aHeadThatDripsIsCutOffThoughItNeverPauses() throws IOException {
        try (var listener = listener(TestLimits.oneConnection(TestLimits.LONG, SHORT));
                var dripping = new RawClient(listener.uri())) {
            dripping.send(WHOLE + "GET / HTTP/1.1\r\nX-Slow: ");
            assertThat(dripping.answer()).endsWith("served");
            boolean open = true;
            for (int i = 0; i < 500 && open; i++) {
                open = drip(dripping);
            }
            assertThat(open).isFalse();
            assertServed(listener);
        }
    }

    /** An upload may take its time, also the second on a connection. */
    @Test
    void aBodyThatTakesLongerThanAHeadMayIsServed() throws IOException {
        try (var listener = listener(TestLimits.oneConnection(TestLimits.LONG, SHORT));
                var client = new RawClient(listener.uri())) {
            for (int i = 0; i < 2; i++) {
                client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhe");
                assertThat(client.closedByServerWithin(SHORT)).isFalse();
                client.send("l");
                assertThat(client.closedByServerWithin(SHORT)).isFalse();
                assertThat(client.send("o").send("!").answer()).endsWith("served");
            }
        }
    }

    /** A byte, then what comes back within a moment: nothing, unless the server has closed. */
    private static boolean drip(RawClient client) throws IOException {
        try {
            client.send("x");
            return !client.closedByServerWithin(Duration.ofMillis(20));
        } catch (SocketException reset) {
            return false;
        }
    }

    @Test
    void aConnectionOnWhichNothingComesIsClosed() throws IOException {
        try (var listener = listener(TestLimits.idle(SHORT));
                var silent = new RawClient(listener.uri());
                var silentAfterOne = new RawClient(listener.uri())) {
            assertThat(silentAfterOne.send(WHOLE).answer()).endsWith("served");
            assertThat(silent.closedByServer()).isTrue();
            assertThat(silentAfterOne.closedByServer()).isTrue();
        }
    }

    @Test
    void aBodyThatDoesNotComeIsAnsweredAndTheConnectionClosed() throws IOException {
        for (String framing : List.of(
                "Content-Length: 5\r\n\r\nhe",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhe",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                // a chunk of more bytes than a number of 32 bits counts is not a small one
                "Transfer-Encoding: chunked\r\n\r\n100000005\r\nhello\r\n0\r\n\r\n" + WHOLE)) {
            try (var listener = listener(TestLimits.body(SHORT));
                    var client = new RawClient(listener.uri())) {
                client.send("POST / HTTP/1.1\r\nHost: x\r\n" + framing);
                assertThat(client.answer()).startsWith("HTTP/1.1 408 ").endsWith("too slow");
                assertThat(client.closedByServer()).isTrue();
            }
        }
        assertThat(services.seen).isEmpty();
    }

    /** The next connection is only served when the first has gone. */
    @Test
    void aClientThatDoesNotReadItsAnswerIsCutOff() throws IOException {
        try (var listener = listener(TestLimits.oneConnection(SHORT, TestLimits.LONG));
                var deaf = new RawClient(listener.uri())) {
            deaf.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
            assertServed(listener);
        }
    }

    @Test
    void aThousandIdleConnectionsHinderNobodyAndAreClosedInTheEnd() throws IOException {
        var idle = new ArrayList<RawClient>();
        try (var listener = listener(TestLimits.idle(Duration.ofSeconds(3)))) {
            for (int i = 0; i < IDLE_CONNECTIONS; i++) {
                idle.add(new RawClient(listener.uri()));
            }
            for (int i = 0; i < 20; i++) {
                assertServed(listener);
            }
            assertThat(idle.getLast().send(WHOLE).answer()).endsWith("served");
            for (RawClient each : idle) {
                assertThat(each.closedByServer()).isTrue();
            }
        } finally {
            for (RawClient each : idle) {
                each.close();
            }
        }
    }

    private static void assertServed(Listener listener) throws IOException {
        try (var client = new RawClient(listener.uri())) {
            assertThat(client.send(WHOLE).answer()).endsWith("served");
        }
    }
}
