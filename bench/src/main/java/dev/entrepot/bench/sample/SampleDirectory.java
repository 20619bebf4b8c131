package dev.entrepot.bench.sample;

import dev.entrepot.simpledb.SimpleDb;
import dev.entrepot.simpledb.domain.Domain;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.domain.DomainWrite;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.Settler;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.DataDirectory;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Databases;
import dev.entrepot.storage.keys.LocalKeyring;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.Requester;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** Fills a data directory that no server has open. */
public final class SampleDirectory {
    public static final Owner OWNER = new Owner("000000000000", "us-east-1");
    public static final String DOMAIN = "sample";
    public static final String BUCKET = "sample-exports";
    private static final int ITEMS_PER_COMMIT = 50_000;

    private SampleDirectory() {}

    /** Makes a domain of the first {@code items} sample items, and a bucket to export it to. */
    public static void fill(Path data, int items) {
        try (var lock = DataDirectory.lock(data);
                var database = Databases.sqlite(data, List.of(SimpleDb.MIGRATIONS));
                var objects = objects(data)) {
            objects.createBucket(Requester.of(OWNER), BUCKET);
            database.write(handle -> {
                DomainStore.create(handle, OWNER, DOMAIN);
                return lock;
            });
            for (int from = 0; from < items; from += ITEMS_PER_COMMIT) {
                add(database, from, Math.min(items, from + ITEMS_PER_COMMIT));
                new Settler(database, InstantSource.system()).settleAll();
            }
        }
    }

    private static void add(Database database, int from, int to) {
        database.writeBatch(handle -> {
            var write = DomainWrite.begin(handle, OWNER, DOMAIN).orElseThrow();
            for (int number = from; number < to; number++) {
                String name = SampleItems.name(number);
                write.put(name, Optional.empty(), ItemDocument.write(name, SampleItems.attributes(number)));
            }
            write.end();
            return to;
        });
    }

    /** Work on the domain beside a server that serves it, as one transaction. */
    public static void write(Path data, BiConsumer<Handle, Domain> work) {
        try (var database = Databases.sqlite(data, List.of(SimpleDb.MIGRATIONS))) {
            database.write(handle -> {
                work.accept(handle, DomainStore.find(handle, OWNER, DOMAIN).orElseThrow());
                return true;
            });
        }
    }

    /** The objects of a data directory, also beside a server that serves it. */
    public static EmbeddedObjectStore objects(Path data) {
        var clock = InstantSource.system();
        return EmbeddedObjectStore.open(data.resolve("objects"), LocalKeyring.open(data.resolve("keys"), clock), clock);
    }
}
