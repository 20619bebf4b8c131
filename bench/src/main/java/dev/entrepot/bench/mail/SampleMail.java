package dev.entrepot.bench.mail;

import dev.entrepot.bench.sample.SampleDirectory;
import dev.entrepot.mailmanager.mailbox.Findings;
import dev.entrepot.mailmanager.mailbox.FoundMessage;
import dev.entrepot.mailmanager.mailbox.MailFiles;
import dev.entrepot.mailmanager.mailbox.MboxFormat;
import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.StoreConfiguration;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Messages by number.
 *
 * @param origin where the first ones come from, which all others are copies of
 */
public record SampleMail(String origin, List<byte[]> originals) {
    /** The id of the archive in a data directory that is filled for a benchmark. */
    public static final String ARCHIVE = "a-bench";

    private static final int GENERATED = 1_000;
    private static final byte[] SEPARATOR =
            "From ada@example.com Thu Aug 22 12:36:23 2002\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern LIST = Pattern.compile("(?im)^(?:List-Id|List-Post|Mailing-List|X-Mailman-Version):");

    /** The mail that {@code ENTREPOT_BENCH_MAIL} names, or the real mail beside the project, or, where neither is, made-up mail. */
    public static SampleMail find() {
        Path home = Path.of(System.getProperty("entrepot.home", ""));
        Path shared = Path.of(System.getProperty(
                "entrepot.shared", home.resolveSibling("shared").toString()));
        Path beside = shared.resolve("data/mail-spamassassin/spamassassin-hard-ham-and-spam1.tar.gz");
        return Optional.ofNullable(System.getenv("ENTREPOT_BENCH_MAIL"))
                .map(Path::of)
                .or(() -> Optional.of(beside).filter(Files::exists))
                .map(SampleMail::read)
                .orElseGet(() -> new SampleMail(
                        "made-up text",
                        IntStream.range(0, GENERATED)
                                .mapToObj(SampleMail::generated)
                                .toList()));
    }

    private static SampleMail read(Path mail) {
        List<byte[]> originals = new ArrayList<>();
        new MailFiles(mail).read(MboxFormat.AUTO, new Findings() {
            @Override
            public void found(FoundMessage message) {
                originals.add(message.bytes());
            }

            @Override
            public void refused(String where, String reason) {
                throw new IllegalStateException(where + ": " + reason);
            }

            @Override
            public void read(long bytes) {
                // of no interest here
            }
        });
        return new SampleMail(mail.getFileName().toString(), List.copyOf(originals));
    }

    /** What they are, in figures. */
    @Override
    public String toString() {
        double bytes = originals.stream()
                .mapToInt(original -> original.length)
                .average()
                .orElseThrow();
        long list = originals.stream().filter(SampleMail::isListMail).count();
        return "%,d messages of %s, copied, %.1f kB in the mean, %d %% of them by their headers from mailing lists"
                .formatted(originals.size(), origin, bytes / 1e3, 100 * list / originals.size());
    }

    private static boolean isListMail(byte[] message) {
        var text = new String(message, StandardCharsets.ISO_8859_1);
        int header = text.indexOf("\n\n");
        return LIST.matcher(header < 0 ? text : text.substring(0, header)).find();
    }

    private static byte[] generated(int number) {
        var random = new SplittableRandom(number);
        var text = new StringBuilder(
                "From: a%d@example.com\nTo: list@example.com\nSubject: number %d\n\n".formatted(number % 50, number));
        for (int words = 200 + random.nextInt(1000); words > 0; words--) {
            text.append(Integer.toString(random.nextInt(50_000), 36)).append(words % 10 == 0 ? '\n' : ' ');
        }
        return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] head(int number) {
        return ("X-Copy: " + number / originals.size() + "\nMessage-ID: <" + number + "@copies.example>\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] body(int number) {
        return originals.get(number % originals.size());
    }

    /** The message of a number. */
    public byte[] message(int number) {
        byte[] head = head(number);
        byte[] body = body(number);
        byte[] message = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return message;
    }

    /** The originals as SMTP carries them: lines end in CRLF, a dot that begins one is doubled. */
    public List<byte[]> onTheWire() {
        return originals.stream().map(SampleMail::onTheWire).toList();
    }

    private static byte[] onTheWire(byte[] original) {
        var bytes = new ByteArrayOutputStream();
        new String(original, StandardCharsets.ISO_8859_1).lines().forEach(line -> {
            String stuffed = (line.startsWith(".") ? "." : "") + line + "\r\n";
            bytes.writeBytes(stuffed.getBytes(StandardCharsets.ISO_8859_1));
        });
        return bytes.toByteArray();
    }

    /** {@code count} messages in mboxrd, the first one of this number. */
    public void writeMbox(Path file, int first, int count) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int number = first; number < first + count; number++) {
                out.write(SEPARATOR);
                out.write(head(number));
                String text = new String(body(number), StandardCharsets.ISO_8859_1);
                out.write(text.replaceAll("(?m)^(>*From )", ">$1").getBytes(StandardCharsets.ISO_8859_1));
                out.write(text.endsWith("\n") ? new byte[] {'\n'} : new byte[] {'\n', '\n'});
            }
        }
    }

    /** The same as files, as indexers want them. */
    public void writeMaildir(Path maildir, int first, int count) throws IOException {
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(maildir.resolve(part));
        }
        for (int number = first; number < first + count; number++) {
            try (OutputStream out = Files.newOutputStream(maildir.resolve("cur/1030019783." + number + ".x:2,S"))) {
                out.write(head(number));
                out.write(body(number));
            }
        }
    }

    /** Makes an archive in a data directory that is served, and returns its id. */
    public static String createArchive(Path data) {
        try (var database = Stores.database(new StoreConfiguration(data, Optional.empty(), data.resolve("objects")))) {
            database.write(handle ->
                    handle.execute("""
                    INSERT INTO mail_archive
                        (number, account, region, id, name, retention, kms_key_arn, created_at, updated_at)
                    VALUES (1, ?, ?, ?, 'bench', 'PERMANENT', '', 0, 0)""", SampleDirectory.OWNER.account(), SampleDirectory.OWNER.region(), ARCHIVE));
        }
        return ARCHIVE;
    }
}
