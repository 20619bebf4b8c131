package dev.entrepot.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One keep-alive connection with at most one request on its way. */
final class Client implements AutoCloseable {
    private static final int REQUEST_BYTES = 256 * 1024;
    private static final int ANSWER_BYTES = 256 * 1024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final byte[] answer = new byte[ANSWER_BYTES];
    private final ByteBuffer received = ByteBuffer.wrap(answer);
    private int request;
    private long sentAt;

    Client(InetSocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, REQUEST_BYTES);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** A request is far smaller than a socket's buffer, so it goes out whole. */
    void send(int number, ByteBuffer bytes) throws IOException {
        request = number;
        received.clear();
        sentAt = System.nanoTime();
        channel.write(bytes);
        if (bytes.hasRemaining()) {
            throw new IOException("The server does not read");
        }
    }

    /** Takes in what has come and tells whether the answer is whole. */
    boolean receive() throws IOException {
        if (channel.read(received) < 0) {
            throw new EOFException("The server has closed a connection after " + request());
        }
        return Answer.isWhole(answer, received.position());
    }

    Answer answer() {
        return new Answer(answer, received.position());
    }

    int request() {
        return request;
    }

    long sentAt() {
        return sentAt;
    }

    @Override
    public void close() throws IOException {
        key.cancel();
        channel.close();
    }
}
