package dev.entrepot.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Each body is small enough for one request; together they must be small enough for the machine. */
class BodyMemoryTest {
    private static final int KIB = 1024;
    private static final String SMALL = "POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab";

    @Test
    void whatIsTakenIsFreeAgainWhenItIsGivenBack() {
        var memory = new BodyMemory(4 * KIB, Duration.ZERO);
        try (var _ = memory.take(3 * KIB + 1).orElseThrow()) {
            assertThat(memory.take(1)).isEmpty();
            assertThat(memory.take(0)).as("no body").isPresent();
        }
        assertThat(memory.take(4 * KIB)).isPresent();
    }

    @Test
    void aBodyLargerThanAllThereIsTakesAll() {
        var memory = new BodyMemory(4 * KIB, Duration.ZERO);
        try (var _ = memory.take(Long.MAX_VALUE).orElseThrow()) {
            assertThat(memory.take(1)).isEmpty();
        }
        assertThat(memory.take(1)).isPresent();
    }

    /** The handler holds its body until it is let go; meanwhile there is no room, and after it there is. */
    @Test
    void aBodyThatFindsNoRoomIsToldToComeAgain() throws IOException {
        var entered = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var services = new Scripted(request -> {
            if (request.rawPath().equals("/held")) {
                entered.countDown();
                ListenerStopTest.await(released);
            }
            return Scripted.text(200, "served");
        });
        try (var listener = Listener.start(
                        InetAddress.getLoopbackAddress(),
                        0,
                        TestLimits.bodies(KIB, Duration.ZERO),
                        () -> true,
                        services,
                        new NoObjectStore(),
                        (_, _, _, _) -> {});
                var holder = new RawClient(listener.uri())) {
            holder.send("POST /held HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab");
            ListenerStopTest.await(entered);
            try (var refused = new RawClient(listener.uri());
                    var without = new RawClient(listener.uri())) {
                assertThat(refused.send(SMALL).answer())
                        .startsWith("HTTP/1.1 503 ")
                        .containsIgnoringCase("retry-after: 1")
                        .endsWith("no room");
                assertThat(without.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").answer())
                        .as("a request without a body")
                        .endsWith("served");
            }
            released.countDown();
            assertThat(holder.answer()).endsWith("served");
            assertThat(holder.send(SMALL).answer()).endsWith("served");
        }
    }

    @Test
    void aBodyWaitsForRoom() throws IOException {
        var services = new Scripted(request -> Scripted.text(200, "served"));
        try (var listener = Listener.start(
                        InetAddress.getLoopbackAddress(),
                        0,
                        TestLimits.bodies(KIB, TestLimits.LONG),
                        () -> true,
                        services,
                        new NoObjectStore(),
                        (_, _, _, _) -> {});
                var first = new RawClient(listener.uri());
                var second = new RawClient(listener.uri())) {
            first.send("POST /small HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertThat(first.head()).startsWith("HTTP/1.1 100 "); // it has its memory
            second.send(SMALL);
            assertThat(first.send("ab").answer()).endsWith("served");
            assertThat(second.answer()).endsWith("served");
        }
    }
}
