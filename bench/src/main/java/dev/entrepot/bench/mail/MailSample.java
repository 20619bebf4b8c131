package dev.entrepot.bench.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Messages as SMTP carries them: lines end in CRLF, a dot that begins one is doubled.
 *
 * @param source what they are
 */
public record MailSample(String source, List<byte[]> messages) {
    private static final int GENERATED = 1_000;

    /**
     * @param shared the directory of the SpamAssassin corpus' archive; generated mail stands in where it is not there
     * @param directory to unpack to
     */
    public static MailSample of(Path shared, Path directory) {
        Path packed = shared.resolve("spamassassin-hard-ham-and-spam1.tar.gz");
        if (!Files.exists(packed)) {
            return new MailSample(
                    "generated mail",
                    IntStream.range(0, GENERATED)
                            .mapToObj(MailSample::generated)
                            .toList());
        }
        try {
            Files.createDirectories(directory);
            int code = new ProcessBuilder("tar", "-xzf", packed.toString(), "-C", directory.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("tar could not unpack " + packed);
            }
            try (Stream<Path> files = Files.walk(directory)) {
                return new MailSample(
                        "the SpamAssassin corpus",
                        files.filter(Files::isRegularFile)
                                .sorted()
                                .map(MailSample::read)
                                .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public double meanBytes() {
        return messages.stream().mapToInt(message -> message.length).average().orElseThrow();
    }

    /** The corpus has an mbox separator before each message and bare line feeds. */
    private static byte[] read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            return wire(text.startsWith("From ") ? text.substring(text.indexOf('\n') + 1) : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] generated(int number) {
        var random = new SplittableRandom(number);
        var text = new StringBuilder("From: a@x.org\nTo: b@y.org\nSubject: message ")
                .append(number)
                .append("\n\n");
        for (int line = random.nextInt(20, 100); line > 0; line--) {
            random.ints(70, 'a', 'z' + 1).forEach(letter -> text.append((char) letter));
            text.append('\n');
        }
        return wire(text.toString());
    }

    private static byte[] wire(String text) {
        var bytes = new ByteArrayOutputStream();
        text.lines().forEach(line -> {
            String stuffed = (line.startsWith(".") ? "." : "") + line + "\r\n";
            bytes.writeBytes(stuffed.getBytes(StandardCharsets.ISO_8859_1));
        });
        return bytes.toByteArray();
    }
}
