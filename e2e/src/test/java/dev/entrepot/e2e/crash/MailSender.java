package dev.entrepot.e2e.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Delivers message after message over one SMTP connection, each with a Message-ID of its own, until the connection breaks. */
record MailSender(int port, String archive, String name, Set<String> begun, Set<String> acknowledged) {
    void sendUntilKilled() {
        try (var socket = new Socket("127.0.0.1", port);
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            expect(in, "220");
            say(out, "HELO client.example\r\n");
            expect(in, "250");
            for (int i = 0; ; i++) {
                String id = "<" + name + "-" + i + "@client.example>";
                begun.add(id);
                say(out, "MAIL FROM:<a@x.org>\r\nRCPT TO:<" + archive + "@x.org>\r\nDATA\r\n");
                expect(in, "250");
                expect(in, "250");
                expect(in, "354");
                say(out, "Message-ID: " + id + "\r\n\r\n" + "hello\r\n".repeat(i % 100) + ".\r\n");
                expect(in, "250 2.0.0 Archived");
                acknowledged.add(id);
            }
        } catch (IOException killed) {
            // so was the server
        }
    }

    private static void say(OutputStream out, String lines) throws IOException {
        out.write(lines.getBytes(StandardCharsets.US_ASCII));
    }

    private static void expect(BufferedReader in, String beginning) throws IOException {
        String reply = in.readLine();
        if (reply == null) {
            throw new IOException("The server has gone");
        }
        if (!reply.startsWith(beginning)) {
            throw new AssertionError(reply);
        }
    }
}
