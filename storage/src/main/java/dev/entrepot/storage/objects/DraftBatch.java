package dev.entrepot.storage.objects;

import static java.nio.file.StandardOpenOption.WRITE;

import dev.entrepot.storage.durable.Durability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes all files first and forces them afterwards, some at the same time: the file system then has most of them to write at once. */
final class DraftBatch implements ObjectBatch {
    private static final int FORCING_THREADS = 16;

    private final Requester requester;
    private final Bucket bucket;
    private final Drafts unforced;
    private final KeyTree tree;
    private final Durability durability;
    private final List<Draft> drafts = new ArrayList<>();

    DraftBatch(Requester requester, Bucket bucket, Drafts unforced, KeyTree tree, Durability durability) {
        this.requester = requester;
        this.bucket = bucket;
        this.unforced = unforced;
        this.tree = tree;
        this.durability = durability;
    }

    @Override
    public StoredObject put(String key, PutOptions options, InputStream source) {
        return EmbeddedObjectStore.guarded(() -> {
            Draft draft = unforced.fromStream(requester, new ObjectLocation(bucket.name(), key), options, source);
            drafts.add(draft);
            return draft.object();
        });
    }

    @Override
    public void commit() {
        EmbeddedObjectStore.run(() -> {
            force();
            try {
                tree.publish(bucket, drafts);
            } catch (NoSuchFileException _) {
                throw Buckets.noSuchBucket(bucket.name());
            }
            drafts.clear();
        });
    }

    private void force() throws IOException {
        try (var threads = Executors.newFixedThreadPool(FORCING_THREADS)) {
            List<Future<?>> forced = new ArrayList<>();
            for (Draft draft : drafts) {
                forced.add(threads.submit(() -> {
                    force(draft);
                    return draft;
                }));
            }
            for (Future<?> each : forced) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while objects were written", e);
        } catch (ExecutionException e) {
            throw new IOException("An object could not be written", e.getCause());
        }
    }

    private void force(Draft draft) throws IOException {
        try (var file = FileChannel.open(draft.path(), WRITE)) {
            durability.file(draft.path(), file);
        }
    }

    @Override
    public void close() {
        try {
            for (Draft draft : drafts) {
                draft.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Temporary files could not be deleted", e);
        }
    }
}
