package dev.entrepot.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps a number of clients busy from one thread; a wrong answer ends it. */
public final class LoadGenerator implements AutoCloseable {
    private static final int CHECK_EVERY = 500;

    private final List<ByteBuffer> requests;
    private final Check check;
    private final Selector selector;
    private final List<Client> clients = new ArrayList<>();
    private int next;

    /** Looks at the body of one answer in {@value #CHECK_EVERY}; every answer's status is looked at. */
    public interface Check {
        /** @param request the index of the request it answers */
        boolean isRight(int request, String body);
    }

    /** @param requests whole requests, sent in turn, again and again */
    public LoadGenerator(URI server, int clients, List<byte[]> requests, Check check) {
        this.requests = requests.stream().map(LoadGenerator::direct).toList();
        this.check = check;
        try {
            this.selector = Selector.open();
            var address = new InetSocketAddress(server.getHost(), server.getPort());
            for (int i = 0; i < clients; i++) {
                this.clients.add(new Client(address, selector));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not connect to " + server, e);
        }
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /** Asks for as long as told, then waits for the answers that are still due. */
    public Load run(Duration duration) {
        var latencies = new Latencies();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try {
            for (Client client : clients) {
                send(client);
            }
            for (int open = clients.size(); open > 0; ) {
                selector.select();
                for (var key : selector.selectedKeys()) {
                    var client = (Client) key.attachment();
                    if (client.receive()) {
                        long now = System.nanoTime();
                        latencies.add(now - client.sentAt());
                        verify(client, latencies.count());
                        if (now < end) {
                            send(client);
                        } else {
                            open--;
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The load generator lost the server", e);
        }
        return new Load(Duration.ofNanos(System.nanoTime() - start), latencies);
    }

    private void send(Client client) throws IOException {
        client.send(next, requests.get(next).duplicate());
        next = (next + 1) % requests.size();
    }

    private void verify(Client client, long count) {
        Answer answer = client.answer();
        boolean right =
                answer.status() == 200 && (count % CHECK_EVERY != 0 || check.isRight(client.request(), answer.body()));
        if (!right) {
            throw new IllegalStateException("Wrong answer " + answer.status() + ": " + answer.body());
        }
    }

    @Override
    public void close() {
        try {
            for (Client client : clients) {
                client.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
