package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;

/** A client that sends exactly what it is told; no mail library would send what these tests send. */
final class RawMail implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private Socket socket;
    private InputStream in;

    RawMail(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** A character is a byte. */
    RawMail send(String bytes) throws IOException {
        return send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawMail send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** A whole reply, its lines joined by line feeds. */
    String reply() throws IOException {
        var reply = new StringBuilder(line());
        while (reply.charAt(reply.lastIndexOf("\n") + 4) == '-') {
            reply.append('\n').append(line());
        }
        return reply.toString();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("The server closed after: " + line);
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    RawMail expect(String... beginnings) throws IOException {
        for (String beginning : beginnings) {
            assertThat(reply()).startsWith(beginning);
        }
        return this;
    }

    /** Sends a line and looks at the reply's beginning. */
    RawMail say(String line, String beginning) throws IOException {
        return send(line + "\r\n").expect(beginning);
    }

    RawMail greet() throws IOException {
        return expect("220 ").say("EHLO client.example", "250-");
    }

    /** All up to the message itself. */
    RawMail begin(String recipient) throws IOException {
        return say("MAIL FROM:<a@x.org>", "250 2.1.0")
                .say("RCPT TO:<" + recipient + ">", "250 2.1.5")
                .say("DATA", "354");
    }

    /** A whole message, which ends in CRLF. */
    RawMail message(byte[] message) throws IOException {
        return send(stuffed(message)).send(".\r\n");
    }

    /** The id in the reply to a message. */
    String archived() throws IOException {
        String reply = reply();
        assertThat(reply).startsWith("250 2.0.0 Archived as ");
        return reply.substring("250 2.0.0 Archived as ".length());
    }

    String deliver(String recipient, String message) throws IOException {
        return begin(recipient)
                .message(message.getBytes(StandardCharsets.ISO_8859_1))
                .archived();
    }

    /** A dot more where a line begins with one: at the beginning and after CR and LF. */
    static byte[] stuffed(byte[] message) {
        var stuffed = new ByteArrayOutputStream();
        for (int i = 0; i < message.length; i++) {
            boolean lineStart = i == 0 || i > 1 && message[i - 1] == '\n' && message[i - 2] == '\r';
            if (lineStart && message[i] == '.') {
                stuffed.write('.');
            }
            stuffed.write(message[i]);
        }
        return stuffed.toByteArray();
    }

    RawMail encrypt(SSLContext trusting) throws IOException {
        socket = trusting.getSocketFactory().createSocket(socket, "127.0.0.1", socket.getPort(), true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        return this;
    }

    boolean closedByServer() throws IOException {
        return in.read() < 0;
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
