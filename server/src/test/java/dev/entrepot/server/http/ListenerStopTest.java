package dev.entrepot.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client whose request was accepted must get its answer though the program is told to stop meanwhile. */
class ListenerStopTest {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Test
    void aRequestInFlightFinishesBeforeTheListenerStops() throws Exception {
        var services = new Scripted(request -> {
            entered.countDown();
            await(released);
            return Scripted.text(200, "finished");
        });
        var listener = Listener.start(
                InetAddress.getLoopbackAddress(),
                0,
                HttpLimits.DEFAULT,
                () -> true,
                services,
                new NoObjectStore(),
                (_, _, _, _) -> {});
        try (var client = new RawClient(listener.uri())) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            await(entered);
            var stopped = CompletableFuture.runAsync(listener::close);
            refusesNewConnections(listener);
            assertThat(stopped).isNotDone();
            released.countDown();
            assertThat(client.answer()).endsWith("finished");
            stopped.get(5, TimeUnit.SECONDS);
        }
    }

    private static void refusesNewConnections(Listener listener) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        assertThatThrownBy(() -> {
                    while (System.nanoTime() < deadline) {
                        new RawClient(listener.uri()).close();
                        Thread.onSpinWait();
                    }
                })
                .isInstanceOf(IOException.class);
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
