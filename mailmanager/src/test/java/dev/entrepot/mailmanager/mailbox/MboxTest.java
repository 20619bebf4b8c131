package dev.entrepot.mailmanager.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A mailbox that is split in the wrong place, or a quote that is left, is evidence that was changed. */
class MboxTest {
    private static final String SEPARATOR = "From ada@example.com Thu Nov 21 09:59:15 2002\n";
    private static final String[] LINES = {
        "",
        "",
        "From here",
        ">From there",
        ">>From far",
        "From x Thu Nov 21 09:59:15 2002",
        "text",
        "\r",
        "\u00e9\u0000",
        "> From"
    };

    // Five formats differ in what they can bring back; this is exactly that.
    @Test
    void whateverIsWrittenComesBackAsTheFormatAllows() {
        var random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<String> messages = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                messages.add(message(random));
            }
            for (String end : List.of("\n", "")) { // some tools leave out the last empty line
                assertThat(read(messages, "^(>*From )", false, end, MboxFormat.MBOXRD))
                        .isEqualTo(messages);
                assertThat(read(messages, "^(>*From )", false, end, MboxFormat.AUTO))
                        .isEqualTo(messages);
                List<String> once = messages.stream()
                        .map(text -> text.replaceAll("(?m)^>From ", "From "))
                        .toList();
                assertThat(read(messages, "^(From )", false, end, MboxFormat.MBOXO))
                        .isEqualTo(once);
                assertThat(read(messages, "^(From )", true, end, MboxFormat.MBOXCL))
                        .map(MboxTest::withoutLength)
                        .isEqualTo(once);
                assertThat(read(messages, "^(\\z.)", true, end, MboxFormat.MBOXCL2))
                        .map(MboxTest::withoutLength)
                        .isEqualTo(messages);
                assertThat(read(messages, "^(\\z.)", true, end, MboxFormat.AUTO))
                        .map(MboxTest::withoutLength)
                        .isEqualTo(messages);
            }
        }
    }

    /** Each line ends with a line feed, the last one too: no format keeps a message that does not. */
    private static String message(Random random) {
        var text = new StringBuilder("Subject: " + random.nextInt(1000) + "\n\n");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(LINES[random.nextInt(LINES.length)]).append('\n');
        }
        return text.append("last\n").toString();
    }

    private static List<String> read(
            List<String> messages, String quoted, boolean lengths, String end, MboxFormat format) {
        var mbox = new StringBuilder();
        for (String message : messages) {
            String text = message.replaceAll("(?m)" + quoted, ">$1");
            int body = text.indexOf("\n\n") + 2;
            mbox.append(SEPARATOR);
            if (lengths) {
                mbox.append("Content-Length: ").append(text.length() - body).append('\n');
            }
            mbox.append(text).append('\n');
        }
        mbox.setLength(mbox.length() - 1 + end.length());
        Found found = Found.in("box", mbox.toString().getBytes(StandardCharsets.ISO_8859_1), format);
        assertThat(found.refused).isEmpty();
        return found.texts();
    }

    private static String withoutLength(String text) {
        return text.replaceFirst("^Content-Length: [0-9]+\n", "");
    }

    // [55]
    @Test
    void onlyALineWithADateSeparatesMessages() {
        Found found =
                Found.in("box", SEPARATOR + "A: b\n\n\nFrom the desk of Ada\n>From me\n\n" + SEPARATOR + "C: d\n");
        assertThat(found.texts()).containsExactly("A: b\n\n\nFrom the desk of Ada\nFrom me\n", "C: d\n");
        assertThat(found.places()).containsExactly("box#1", "box#2");
        assertThat(found.messages)
                .allSatisfy(message -> assertThat(message.delivered()).contains(Instant.parse("2002-11-21T09:59:15Z")));
    }

    @Test
    void separatorsAreKnownInTheFormsThatToolsWriteThem() {
        for (String line : List.of(
                "From ada Thu Nov 21 09:59:15 2002",
                "From ada@example.com  Thu Nov 21 09:59:15 2002 +0000",
                "From - Thu Nov 21 09:59:15 2002",
                "From 15@xxx Thu Nov 21 01:59:15 -0800 2002",
                "From ada at example.com Thu Nov 21 04:59:15 EST 2002",
                "From ada Thu, 21 Nov 2002 09:59:15 +0000",
                "From ada Thu Nov 21 09:59:15 2002\r")) {
            assertThat(Separator.delivered(line.getBytes(StandardCharsets.US_ASCII)))
                    .as(line)
                    .contains(Instant.parse("2002-11-21T09:59:15Z"));
        }
        for (String line :
                List.of("From ada", "From now on", "From ada Thu Nov 21 2002", "From ada Thu I left at 09:59 2002")) {
            assertThat(Separator.delivered(line.getBytes(StandardCharsets.US_ASCII)))
                    .as(line)
                    .isEmpty();
        }
    }

    // A length that lies must lose nothing: neither its message nor the next.
    @Test
    void aFalseLengthIsPassedOver() {
        for (String length : List.of("0", "1", "7", "99", "3000000000", "-4", "x", "39999999")) {
            String message = "Content-Length: " + length + "\n\nbody body\n";
            Found found = Found.in("box", (SEPARATOR + message + "\n").repeat(3));
            assertThat(found.texts()).as(length).containsExactly(message, message, message);
        }
    }

    @Test
    void whatIsNoMailboxIsRefusedAndNotGuessedAt() {
        assertThat(Found.in("box", "").refused).containsExactly("box: It is neither a message nor a mailbox.");
        assertThat(Found.in("box", "From me to you\n\ntext").refused)
                .containsExactly("box#1: No separator line with a date begins a message here.");
        assertThat(Found.in("box", SEPARATOR).texts()).containsExactly("");
        assertThat(Found.in("box", SEPARATOR + "\n" + SEPARATOR + "A: b\n").texts())
                .containsExactly("", "A: b\n");
    }

    // One line of gigabytes must cost no more memory than the largest message.
    @Test
    void aMessageThatIsTooLargeIsRefusedAndTheNextIsRead() throws Exception {
        byte[] large = new byte[FoundMessage.LARGEST + 70_000_000];
        Arrays.fill(large, (byte) 'x');
        for (int lines : new int[] {0, 1000}) {
            for (int i = 0; i < lines; i++) {
                large[(int) ((long) large.length * i / lines)] = '\n';
            }
            InputStream mbox = stream(SEPARATOR + "A: b\n\n", large, "\n\n" + SEPARATOR + "C: d\n");
            var found = new Found();
            new MailStream(MboxFormat.AUTO, found).read("box", mbox, Optional.empty());
            assertThat(found.refused).containsExactly("box#1: It has more than 40 MB.");
            assertThat(found.texts()).containsExactly("C: d\n");
        }
    }

    private static InputStream stream(String before, byte[] large, String after) {
        return new SequenceInputStream(
                new SequenceInputStream(
                        new ByteArrayInputStream(before.getBytes(StandardCharsets.US_ASCII)),
                        new ByteArrayInputStream(large)),
                new ByteArrayInputStream(after.getBytes(StandardCharsets.US_ASCII)));
    }
}
