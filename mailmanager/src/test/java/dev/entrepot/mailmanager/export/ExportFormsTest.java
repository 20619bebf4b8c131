package dev.entrepot.mailmanager.export;

import static dev.entrepot.mailmanager.export.ExportStage.BUCKET;
import static dev.entrepot.mailmanager.export.ExportStage.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.export.ExportForm.Folder;
import dev.entrepot.mailmanager.export.ExportForm.Format;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.mailbox.Findings;
import dev.entrepot.mailmanager.mailbox.FoundMessage;
import dev.entrepot.mailmanager.mailbox.MailFiles;
import dev.entrepot.mailmanager.mailbox.MboxFormat;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;

/** The forms that an export can be told to have; whatever it is, every message must come out of it as it went in. */
class ExportFormsTest {
    private static final List<String> HARD = List.of(
            "Subject: quotes\n\nFrom me\n>From you\n>>From them\n From nobody\nFrom\n",
            "From someone at the very start\n",
            "Subject: crlf\r\n\r\nFrom here\r\n\r\n",
            "Subject: empty lines\n\n\n\n",
            "\n",
            acrossPieces());

    @TempDir
    private Path directory;

    @OnEveryDatabase
    void aMailboxGivesBackEveryMessageAsItWas(TestDatabase test) throws IOException {
        try (var export = new ExportStage(test, new ExportForm(Folder.SHARED, Format.MBOXRD, true))) {
            List<MessageId> ids = deliver(export);
            String id = export.started("s3://" + BUCKET + "/p/", ",'IncludeMetadata':true");
            assertThat(export.ended(id)).isEqualTo("COMPLETED");
            TreeMap<String, byte[]> objects = export.objects("p/");
            String name = "messages-" + id + "-00001";
            Path file = Files.write(directory.resolve("x.mbox"), objects.get(name + ".mbox"));
            var found = new ArrayList<FoundMessage>();
            new MailFiles(file).read(MboxFormat.MBOXRD, new Findings() {
                @Override
                public void found(FoundMessage message) {
                    found.add(message);
                }

                @Override
                public void refused(String where, String reason) {
                    throw new AssertionError(where + ": " + reason);
                }

                @Override
                public void read(long bytes) {
                    // of no interest here
                }
            });
            assertThat(found)
                    .extracting(message -> new String(message.bytes(), StandardCharsets.ISO_8859_1))
                    .containsExactlyElementsOf(HARD);
            assertThat(found.getFirst().delivered())
                    .contains(export.stage.clock.instant().minusSeconds(HARD.size()));
            assertThat(lines(objects.get(name + ".jsonl")))
                    .extracting(line -> line.path("ArchivedMessageId").asText())
                    .containsExactlyElementsOf(
                            ids.stream().map(MessageId::toString).toList());
            String sidecars = "_export-" + id + "/";
            assertThat(lines(objects.get(sidecars + "manifest.jsonl")))
                    .extracting(line -> line.path("key").asText())
                    .containsOnly("p/" + name + ".mbox");
            ExportsTest.checkSums(objects, sidecars);
        }
    }

    @OnEveryDatabase
    void aZipFileHasAnEntryAMessageInAFolderOfTheExport(TestDatabase test) throws IOException {
        try (var export = new ExportStage(test, new ExportForm(Folder.PER_EXPORT, Format.ZIP, true))) {
            List<MessageId> ids = deliver(export);
            String id = export.started("s3://" + BUCKET + "/p", "");
            assertThat(export.ended(id)).isEqualTo("COMPLETED");
            TreeMap<String, byte[]> objects = export.objects("p/" + id + "/");
            assertThat(objects).hasSize(4);
            Map<String, String> expected = new HashMap<>();
            for (int i = 0; i < HARD.size(); i++) {
                expected.put(ids.get(i) + ".eml", HARD.get(i));
            }
            assertThat(entries(objects.get("messages-" + id + "-00001.zip"))).isEqualTo(expected);
            ExportsTest.checkSums(objects, "_export-" + id + "/");
        }
    }

    /** A message that is out of the archive's reach is missing from the file, and all others are in it. */
    @OnEveryDatabase
    void aDamagedMessageIsLeftOutOfTheFile(TestDatabase test) throws IOException {
        try (var export = new ExportStage(test, new ExportForm(Folder.SHARED, Format.ZIP, true))) {
            List<MessageId> ids = deliver(export);
            export.stage.database.write(handle -> handle.execute(
                    "UPDATE mail_message SET sha256 = ? WHERE number = ?",
                    new byte[32],
                    ids.get(2).number()));
            String id = export.started("s3://" + BUCKET + "/p/", "");
            assertThat(export.ended(id)).isEqualTo("FAILED");
            TreeMap<String, byte[]> objects = export.objects("p/");
            assertThat(entries(objects.get("messages-" + id + "-00001.zip")))
                    .hasSize(HARD.size() - 1)
                    .doesNotContainKey(ids.get(2) + ".eml");
            assertThat(lines(objects.get("_export-" + id + "/errors.jsonl"))).hasSize(1);
            assertThat(lines(objects.get("_export-" + id + "/manifest.jsonl"))).hasSize(HARD.size() - 1);
        }
    }

    /** A line to be quoted begins where a piece does, another one goes over the end of one. */
    private static String acrossPieces() {
        var text = new StringBuilder("Subject: long\n\n");
        for (int start : new int[] {Packaging.PIECE, 2 * Packaging.PIECE - 2}) {
            text.append("x".repeat(start - text.length() - 1)).append("\n>From afar\n");
        }
        return text.toString();
    }

    private static List<MessageId> deliver(ExportStage export) {
        var batch = new ArrayList<Arrival>();
        for (int i = 0; i < HARD.size(); i++) {
            batch.add(new Arrival(
                    Content.of(HARD.get(i).getBytes(StandardCharsets.ISO_8859_1)),
                    export.stage.clock.instant().minusSeconds(HARD.size() - i),
                    Delivery.UNKNOWN,
                    false));
        }
        return export.stage.mailManager.arrivals().archive(export.archive, batch).stream()
                .map(archived -> archived.id())
                .toList();
    }

    private static Map<String, String> entries(byte[] file) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return entries;
    }
}
