package dev.entrepot.mailmanager.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is archived comes out byte for byte, once, whoever brought it. */
class ArrivalsTest {
    // The bytes decide in court, so no size, no content and no neighbour may change them.
    @OnEveryDatabase
    void everyMessageComesOutAsItCameIn(TestDatabase test) throws IOException {
        var random = new Random(7);
        try (var stage = new Stage(test)) {
            String archive = stage.createArchive("mine");
            Map<MessageId, byte[]> expected = new HashMap<>();
            for (int round = 0; round < 5; round++) {
                var batch = new ArrayList<Arrival>();
                var contents = new ArrayList<byte[]>();
                for (int i = random.nextInt(60); i >= 0; i--) {
                    byte[] content = content(random);
                    contents.add(content);
                    Instant received = stage.clock.instant().minus(Duration.ofDays(random.nextInt(150)));
                    batch.add(new Arrival(Content.of(content), received, Delivery.UNKNOWN, false));
                }
                List<Archived> archived = stage.mailManager.arrivals().archive(archive, batch);
                for (int i = 0; i < contents.size(); i++) {
                    assertThat(archived.get(i).added()).isTrue();
                    expected.put(archived.get(i).id(), contents.get(i));
                }
            }
            expected.forEach((id, content) -> assertThat(stage.bytes(id)).isEqualTo(content));
        }
    }

    /** Noise, text, nothing at all, now and then larger than a frame. */
    private static byte[] content(Random random) {
        byte[] content = new byte[random.nextInt(8) == 0 ? random.nextInt(2_000_000) : random.nextInt(5_000)];
        if (random.nextBoolean()) {
            random.nextBytes(content);
        } else {
            Arrays.fill(content, (byte) "mail\r\n".charAt(random.nextInt(6)));
        }
        return random.nextInt(20) == 0 ? new byte[0] : content;
    }

    // Nothing in a message may keep it out of the archive or change it.
    @OnEveryDatabase
    void oddAndBrokenMailIsArchivedToo(TestDatabase test) throws IOException {
        Path folder = Path.of(System.getProperty("entrepot.shared", "nowhere"), "data/mime-nasty/files");
        assumeTrue(Files.isDirectory(folder), "NOT CHECKED: there is no " + folder);
        try (var stage = new Stage(test)) {
            String archive = stage.createArchive("mine");
            List<Path> files;
            try (var walk = Files.walk(folder)) {
                files = walk.filter(Files::isRegularFile).toList();
            }
            List<Arrival> batch = files.stream()
                    .map(file -> new Arrival(Content.of(file), stage.clock.instant(), Delivery.UNKNOWN, false))
                    .toList();
            List<Archived> archived = stage.mailManager.arrivals().archive(archive, batch);
            assertThat(archived).hasSizeGreaterThan(250);
            for (int i = 0; i < files.size(); i++) {
                assertThat(stage.bytes(archived.get(i).id())).isEqualTo(Files.readAllBytes(files.get(i)));
            }
        }
    }

    // [55] A load that is repeated adds nothing.
    @OnEveryDatabase
    void equalBytesAreArchivedOnceWhenAskedFor(TestDatabase test) {
        try (var stage = new Stage(test)) {
            Arrivals arrivals = stage.mailManager.arrivals();
            String archive = stage.createArchive("mine");
            List<Archived> first =
                    arrivals.archive(archive, List.of(once(stage, "a"), once(stage, "b"), once(stage, "a")));
            assertThat(first).extracting(Archived::added).containsExactly(true, true, false);
            assertThat(first.get(2).id()).isEqualTo(first.get(0).id());

            List<Archived> again = arrivals.archive(archive, List.of(once(stage, "b"), once(stage, "c")));
            assertThat(again).extracting(Archived::added).containsExactly(false, true);
            assertThat(again.get(0).id()).isEqualTo(first.get(1).id());

            String other = stage.createArchive("other");
            assertThat(arrivals.archive(other, List.of(once(stage, "a")))
                            .getFirst()
                            .added())
                    .isTrue();
        }
    }

    // Two loads of one mailbox at once are still one.
    @OnEveryDatabase
    void equalBytesFromManySidesAreArchivedOnce(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String archive = stage.createArchive("mine");
            List<Arrival> mailbox = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                mailbox.add(once(stage, "message " + i));
            }
            var loads = new ArrayList<Future<List<Archived>>>();
            try (var loaders = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    loads.add(loaders.submit(() -> stage.mailManager.arrivals().archive(archive, mailbox)));
                }
            }
            assertThat(loads.stream().flatMap(load -> load.resultNow().stream()).filter(Archived::added))
                    .hasSize(50);
            assertThat(loads.stream()
                            .flatMap(load -> load.resultNow().stream().map(Archived::id))
                            .distinct())
                    .hasSize(50);
        }
    }

    // A mail server opens many connections; each is told 250 only for what is on the disk.
    @OnEveryDatabase
    void singleArrivalsShareTheirPacks(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String archive = stage.createArchive("mine");
            var deliveries = new HashMap<String, Future<Archived>>();
            try (var connections = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 200; i++) {
                    String text = "message " + i;
                    deliveries.put(
                            text,
                            connections.submit(
                                    () -> stage.mailManager.arrivals().deliver(archive, arrival(stage, text))));
                }
            }
            deliveries.forEach((text, delivery) -> assertThat(
                            stage.bytes(delivery.resultNow().id()))
                    .asString()
                    .isEqualTo(text));
            assertThat(stage.packs()).isLessThan(200);
        }
    }

    // [9]
    @OnEveryDatabase
    void noMailEntersADeletedArchiveNorHoldsUpAnother(TestDatabase test) {
        try (var stage = new Stage(test)) {
            Arrivals arrivals = stage.mailManager.arrivals();
            String archive = stage.createArchive("mine");
            String other = stage.createArchive("other");
            stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(archive));

            assertThat(arrivals.isOpen(archive)).isFalse();
            assertThatThrownBy(() -> arrivals.archive(archive, List.of(arrival(stage, "x"))))
                    .isInstanceOf(ArchiveClosed.class);
            assertThatThrownBy(() -> arrivals.deliver(archive, arrival(stage, "x")))
                    .isInstanceOf(ArchiveClosed.class);
            assertThat(arrivals.deliver(other, arrival(stage, "x")).added()).isTrue();
        }
    }

    private static Arrival once(Stage stage, String text) {
        return new Arrival(
                Content.of(text.getBytes(StandardCharsets.UTF_8)), stage.clock.instant(), Delivery.UNKNOWN, true);
    }

    private static Arrival arrival(Stage stage, String text) {
        return new Arrival(
                Content.of(text.getBytes(StandardCharsets.UTF_8)), stage.clock.instant(), Delivery.UNKNOWN, false);
    }
}
