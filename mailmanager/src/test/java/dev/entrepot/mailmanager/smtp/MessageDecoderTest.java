package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a message ends must not depend on how its bytes come in, nor may any byte be lost there. */
class MessageDecoderTest {
    @Test
    void whatWasStuffedComesOutHoweverTheNetworkCutsIt() throws IOException {
        var random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            byte[] message = message(random);
            var sent = new ByteArrayOutputStream();
            sent.write(RawMail.stuffed(message));
            sent.write(".\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(decode(sent.toByteArray(), random)).as("round %d", round).isEqualTo(message);
        }
    }

    /** Of the bytes that matter, mostly; it ends in CRLF, as SMTP cannot carry any other. */
    private static byte[] message(Random random) {
        byte[] message = new byte[random.nextInt(30) + 2];
        for (int i = 0; i < message.length; i++) {
            message[i] = (byte) "..\r\r\n\nx".charAt(random.nextInt(7));
        }
        message[message.length - 2] = '\r';
        message[message.length - 1] = '\n';
        return random.nextInt(20) == 0 ? new byte[0] : message;
    }

    private static byte[] decode(byte[] sent, Random random) throws IOException {
        var decoder = new MessageDecoder();
        var message = new ByteArrayOutputStream();
        int at = 0;
        while (!decoder.isEnded()) {
            int end = Math.min(sent.length, at + random.nextInt(5));
            // In a buffer of its own: nothing of an earlier one may be needed.
            byte[] buffer = new byte[5];
            System.arraycopy(sent, at, buffer, 0, end - at);
            at += decoder.decode(buffer, 0, end - at, message);
        }
        assertThat(new String(sent, at, sent.length - at, StandardCharsets.US_ASCII))
                .isEqualTo("QUIT\r\n");
        return message.toByteArray();
    }

    // Each of these has ended a message for some server; a client that can choose which one does can forge mail.
    @ParameterizedTest
    @CsvSource({
        "\\n.\\n",
        "\\n.\\r\\n",
        "\\r\\n.\\n",
        "\\r.\\r",
        "\\r\\n.\\r",
        "\\r.\\r\\n",
        "\\r\\n.\\r\\r\\n",
        "\\r\\n.\\0\\r\\n"
    })
    void nothingElseEndsAMessage(String probe) throws IOException {
        String bytes = ("x" + probe).replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0") + "y";
        var decoder = new MessageDecoder();
        decoder.decode(bytes.getBytes(StandardCharsets.US_ASCII), 0, bytes.length(), new ByteArrayOutputStream());
        assertThat(decoder.isEnded()).isFalse();
    }
}
