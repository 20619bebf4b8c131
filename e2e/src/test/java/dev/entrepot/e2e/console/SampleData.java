package dev.entrepot.e2e.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.e2e.audience.Audiences;
import dev.entrepot.e2e.audience.Interactions;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.mailmanager.model.ArchiveRetention;
import software.amazon.awssdk.services.mailmanager.model.CreateArchiveRequest;
import software.amazon.awssdk.services.mailmanager.model.RetentionPeriod;
import software.amazon.awssdk.services.sesv2.model.CreateContactListRequest;
import software.amazon.awssdk.services.sesv2.model.SubscriptionStatus;
import software.amazon.awssdk.services.sesv2.model.Topic;

/** What a newcomer would have after a first day: the demonstration's cities, a list of readers, an archive, some objects, what people clicked on. */
final class SampleData {
    static final String BUCKET = "warehouse";

    private static final Path CITIES =
            Path.of("..", "demo", "src", "main", "resources", "dev", "entrepot", "demo", "cities.ndjson.gz");

    private static final int USERS = 300;
    private static final int SEEDS = 60;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleData() {}

    static void put(Entrepot entrepot, Path directory) throws IOException {
        var s3 = entrepot.s3();
        s3.createBucket(request -> request.bucket(BUCKET));
        Path cities = directory.resolve("cities.ndjson");
        Files.write(cities, items());
        succeeded(entrepot.server().command("simpledb", "import", cities.toString(), "--domain", "cities"));

        entrepot.ses()
                .createContactList(CreateContactListRequest.builder()
                        .contactListName("readers")
                        .description("Those who want to hear of us")
                        .topics(Topic.builder()
                                .topicName("news")
                                .displayName("News")
                                .defaultSubscriptionStatus(SubscriptionStatus.OPT_IN)
                                .build())
                        .build());
        s3.putObject(
                request -> request.bucket(BUCKET).key("contacts/readers.csv"),
                RequestBody.fromString(contacts(), StandardCharsets.UTF_8));
        archive(entrepot, directory);
        Interactions.put(entrepot, USERS, SEEDS);
        new Audiences(entrepot).dataset("clicks");
    }

    /** The demonstration's data as an export's lines have them. */
    private static List<String> items() throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(CITIES))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(SampleData::item)
                    .toList();
        }
    }

    private static String item(String line) {
        JsonNode city;
        try {
            city = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        var item = JSON.createObjectNode().put("itemName", city.path("name").asText());
        var attributes = item.putArray("attributes");
        city.path("attributes")
                .properties()
                .forEach(each ->
                        attributes.addObject().put("name", each.getKey()).set("values", each.getValue()));
        return item.toString();
    }

    /** A thousand good records and some that are not. */
    private static String contacts() {
        var csv = new StringBuilder("emailAddress,unsubscribeAll,topicPreferences.news\n");
        for (int i = 0; i < 1000; i++) {
            csv.append("reader").append(i).append(i % 100 == 7 ? "" : "@example.com");
            csv.append(",false,").append(i % 3 == 0 ? "OPT_OUT" : "OPT_IN").append('\n');
        }
        return csv.toString();
    }

    private static void archive(Entrepot entrepot, Path directory) throws IOException {
        String id = entrepot.mailManager()
                .createArchive(CreateArchiveRequest.builder()
                        .archiveName("letters")
                        .retention(ArchiveRetention.fromRetentionPeriod(RetentionPeriod.PERMANENT))
                        .build())
                .archiveId();
        Path letter = directory.resolve("letter.eml");
        Files.writeString(letter, """
            From: Ada <ada@example.com>\r
            To: Charles <charles@example.com>\r
            Subject: Notes\r
            Date: Sat, 21 Nov 2026 10:00:00 +0000\r
            Message-ID: <notes@example.com>\r
            MIME-Version: 1.0\r
            Content-Type: text/html; charset=utf-8\r
            \r
            <h1>Notes</h1><p>The engine <b>weaves</b> algebraical patterns.</p><script>alert(1)</script>\r
            """);
        succeeded(entrepot.server().command("mail", "load", id, letter.toString()));
    }

    private static void succeeded(Ran ran) {
        if (ran.code() != 0) {
            throw new IllegalStateException(ran.toString());
        }
    }
}
