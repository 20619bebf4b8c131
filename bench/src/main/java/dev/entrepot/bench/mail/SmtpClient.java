package dev.entrepot.bench.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection on which message after message is delivered, its commands pipelined as mail servers do. */
public final class SmtpClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;
    private final byte[] envelope;

    public SmtpClient(int port, String recipient) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        out = socket.getOutputStream();
        envelope = bytes("MAIL FROM:<sender@client.example>\r\nRCPT TO:<" + recipient + ">\r\nDATA\r\n");
        expect("220");
        out.write(bytes("EHLO client.example\r\n"));
        String line = in.readLine();
        while (line.startsWith("250-")) {
            line = in.readLine();
        }
    }

    /**
     * Delivers a message.
     *
     * @param id goes into a header, so that no two messages are equal
     * @return how long the server took from the final dot to its 250, in nanoseconds
     */
    public long deliver(String id, byte[] message) throws IOException {
        out.write(envelope);
        expect("250");
        expect("250");
        expect("354");
        out.write(bytes("X-Copy: " + id + "\r\n"));
        out.write(message);
        long dot = System.nanoTime();
        out.write(bytes(".\r\n"));
        expect("250");
        return System.nanoTime() - dot;
    }

    private void expect(String code) throws IOException {
        String reply = in.readLine();
        if (reply == null || !reply.startsWith(code)) {
            throw new IOException("The server said " + reply);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
