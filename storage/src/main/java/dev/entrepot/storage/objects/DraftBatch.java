package dev.entrepot.storage.objects;

import dev.entrepot.storage.durable.ForcedTogether;
import dev.entrepot.storage.durable.NamelessFile;
import dev.entrepot.storage.objects.Drafts.NewFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes all files first, in a directory of their own, and forces them afterwards. */
final class DraftBatch implements ObjectBatch {
    private final Requester requester;
    private final Bucket bucket;
    private final Path directory;
    private final Drafts unforced;
    private final KeyTree tree;
    private final ForcedTogether forced;
    private final List<Draft> drafts = new ArrayList<>();

    /** @param unforced writes to {@code directory}, where {@code forced} forces */
    DraftBatch(
            Requester requester, Bucket bucket, Path directory, Drafts unforced, KeyTree tree, ForcedTogether forced) {
        this.requester = requester;
        this.bucket = bucket;
        this.directory = directory;
        this.unforced = unforced;
        this.tree = tree;
        this.forced = forced;
    }

    static NewFiles files(Path directory) throws IOException {
        boolean nameless = NamelessFile.isPossible(directory);
        return () -> Optional.of(directory)
                .filter(_ -> nameless)
                .flatMap(NamelessFile::create)
                .<NewFile>map(file -> new NewFile.Nameless(file, directory))
                .orElseGet(() -> new NewFile.Scratched(
                        directory.resolve(UUID.randomUUID().toString())));
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
            forced.force(drafts.stream().map(draft -> draft.file().path()).toList());
            try {
                tree.publish(bucket, drafts);
            } catch (NoSuchFileException _) {
                throw Buckets.noSuchBucket(bucket.name());
            }
            drafts.clear();
        });
    }

    @Override
    public void close() {
        try (forced) {
            for (Draft draft : drafts) {
                draft.close();
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Temporary files could not be deleted", e);
        }
    }
}
