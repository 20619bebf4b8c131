package dev.entrepot.bench.mail;

import dev.entrepot.bench.sample.SampleDirectory;
import dev.entrepot.mailmanager.MailManager;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.StoreConfiguration;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.Requester;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A data directory with an archive, filled without a server; and a bucket to export it to. */
public final class SampleArchive {
    private static final int AT_A_TIME = 1_000;
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final int SECONDS_APART = 150;

    private final StoreConfiguration stores;

    private SampleArchive(Path data) {
        this.stores = new StoreConfiguration(data, Optional.empty(), data.resolve("objects"));
    }

    /** @param message the bytes of the message of a number */
    public static SampleArchive fill(Path data, int messages, IntFunction<byte[]> message) {
        var archive = new SampleArchive(data);
        String id = SampleMail.createArchive(data);
        try (Database database = Stores.database(archive.stores);
                var mail = Stores.mail(archive.stores, InstantSource.system());
                var objects = Stores.objects(archive.stores, InstantSource.system())) {
            objects.createBucket(Requester.of(SampleDirectory.OWNER), SampleDirectory.BUCKET);
            var arrivals = new MailManager(
                            database, mail, objects, InstantSource.system(), MailManagerLimits.SELF_HOSTED)
                    .arrivals();
            inParallel(IntStream.range(0, messages / AT_A_TIME)
                    .<Runnable>mapToObj(batch -> () -> arrivals.archive(id, batch(batch * AT_A_TIME, message)))
                    .toList());
        }
        return archive;
    }

    private static List<Arrival> batch(int first, IntFunction<byte[]> message) {
        return IntStream.range(first, first + AT_A_TIME)
                .mapToObj(number ->
                        new Arrival(Content.of(message.apply(number)), received(number), Delivery.UNKNOWN, false))
                .toList();
    }

    /** When the message of a number was received. */
    public static Instant received(int number) {
        return FIRST.plusSeconds((long) number * SECONDS_APART);
    }

    private static void inParallel(List<Runnable> work) {
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<?> each : work.stream().<Future<?>>map(threads::submit).toList()) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The archive could not be filled", e);
        }
    }

    /** How many blocks of messages are in the index, beside a server that brings them there. */
    public int indexedBlocks() {
        try (Database database = Stores.database(stores)) {
            return database.read(handle -> handle.createQuery("SELECT count(*) FROM mail_index_block")
                    .mapTo(Integer.class)
                    .one());
        }
    }
}
