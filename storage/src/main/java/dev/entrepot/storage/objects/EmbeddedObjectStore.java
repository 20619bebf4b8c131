package dev.entrepot.storage.objects;

import dev.entrepot.storage.durable.Durability;
import dev.entrepot.storage.keys.LocalKeyring;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The object store in a directory of this machine, with all that the S3 API needs beyond what jobs use. Several threads and several
 * processes may use one directory.
 */
public final class EmbeddedObjectStore implements ObjectStore, AutoCloseable {
    private final Scratch scratch;
    private final Changes changes;
    private final Buckets buckets;
    private final Envelope envelope;
    private final Drafts drafts;
    private final InstantSource clock;
    private final Durability durability;
    private final KeyTree tree;
    private final MultipartUploads uploads;

    private EmbeddedObjectStore(Path directory, LocalKeyring keyring, InstantSource clock, Durability durability)
            throws IOException {
        Path bucketsDirectory = directory.resolve("buckets");
        Files.createDirectories(bucketsDirectory);
        durability.directory(directory);
        durability.directory(directory.toAbsolutePath().getParent());
        scratch = Scratch.open(directory.resolve("tmp"));
        changes = new Changes(directory);
        changes.clear();
        buckets = new Buckets(bucketsDirectory, scratch, changes, clock, durability);
        envelope = new Envelope(keyring);
        drafts = new Drafts(() -> new NewFile.Scratched(scratch.newPath()), envelope, clock, durability);
        this.clock = clock;
        this.durability = durability;
        tree = new KeyTree(changes, durability);
        uploads = new MultipartUploads(drafts, tree, changes, envelope);
    }

    /** Opens the store in {@code directory}, which is created when missing, and clears what a crash has left unfinished. */
    public static EmbeddedObjectStore open(Path directory, LocalKeyring keyring, InstantSource clock) {
        return open(directory, keyring, clock, Durability.FSYNC);
    }

    static EmbeddedObjectStore open(Path directory, LocalKeyring keyring, InstantSource clock, Durability durability) {
        try {
            return new EmbeddedObjectStore(directory, keyring, clock, durability);
        } catch (IOException e) {
            throw new UncheckedIOException("The object directory " + directory + " could not be opened", e);
        }
    }

    @Override
    public StoredObject put(Requester requester, ObjectLocation location, PutOptions options, InputStream source) {
        return guarded(() -> {
            var bucket = buckets.open(requester, location.bucket());
            try (var draft = drafts.fromStream(requester, location, options, source)) {
                tree.publish(bucket, draft, options.condition());
                return draft.object();
            } catch (NoSuchFileException _) {
                throw Buckets.noSuchBucket(location.bucket());
            }
        });
    }

    @Override
    public ObjectBatch batch(Requester requester, String bucket) {
        return guarded(() -> {
            var opened = buckets.open(requester, bucket);
            Path directory = scratch.newDirectory();
            var written = new Drafts(DraftBatch.files(directory), envelope, clock, Durability.LATER);
            return new DraftBatch(requester, opened, directory, written, tree, durability.together(directory));
        });
    }

    @Override
    public ObjectContent get(Requester requester, ObjectLocation location, ByteRange.Choice choice) {
        return guarded(() -> {
            var file = open(requester, location);
            try {
                var object = file.footer().object();
                var range = choice.of(object.size());
                var plain = envelope.open(requester, location, file.footer(), file.body());
                var bytes = new Slice(plain, range.offset(), range.length());
                return new ObjectContent(object, range, Channels.newInputStream(bytes));
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        });
    }

    @Override
    public StoredObject head(Requester requester, ObjectLocation location) {
        return guarded(() -> {
            try (var file = open(requester, location)) {
                return file.footer().object();
            }
        });
    }

    @Override
    public ObjectListing list(Requester requester, String bucket, ObjectListing.Query query) {
        return guarded(() -> Listing.page(buckets.open(requester, bucket).objects(), query));
    }

    @Override
    public void delete(Requester requester, ObjectLocation location) {
        delete(requester, location.bucket(), List.of(location.key()), WriteCondition.NONE);
    }

    /** Deletes all of the keys; a {@code condition} must hold for each. */
    public void delete(Requester requester, String bucket, Collection<String> keys, WriteCondition condition) {
        run(() -> tree.delete(buckets.open(requester, bucket), keys, condition));
    }

    /** @throws ObjectRequestFailed for a name that is not allowed or that is taken */
    public Bucket createBucket(Requester requester, String name) {
        return guarded(() -> buckets.create(requester.owner(), new BucketName(name)));
    }

    @Override
    public void ensureBucket(Requester requester, String bucket) {
        try {
            createBucket(requester, bucket);
        } catch (ObjectRequestFailed failed) {
            if (failed.error() != ObjectError.BUCKET_ALREADY_OWNED_BY_YOU) {
                throw failed;
            }
        }
    }

    public Bucket headBucket(Requester requester, String name) {
        return guarded(() -> buckets.open(requester, name));
    }

    /** The requester's own buckets by name. */
    public List<Bucket> listBuckets(Requester requester) {
        return guarded(() -> buckets.list(requester.owner().account()));
    }

    /** @throws ObjectRequestFailed also {@link ObjectError#BUCKET_NOT_EMPTY} */
    public void deleteBucket(Requester requester, String name) {
        run(() -> {
            var bucket = buckets.open(requester, name);
            tree.alone(bucket, () -> buckets.delete(bucket));
        });
    }

    public MultipartUpload createUpload(Requester requester, ObjectLocation location, PutOptions options) {
        return guarded(() -> uploads.create(requester, buckets.open(requester, location.bucket()), location, options));
    }

    /** @throws ObjectRequestFailed also {@link ObjectError#NO_SUCH_UPLOAD}, as for all that follow */
    public StoredObject putPart(
            Requester requester,
            ObjectLocation location,
            String uploadId,
            int number,
            PutOptions options,
            InputStream source) {
        return guarded(() -> uploads.putPart(
                requester, buckets.open(requester, location.bucket()), location, uploadId, number, options, source));
    }

    /** By part number. */
    public Map<Integer, StoredObject> listParts(Requester requester, ObjectLocation location, String uploadId) {
        return guarded(() -> uploads.parts(buckets.open(requester, location.bucket()), location, uploadId));
    }

    public List<MultipartUpload> listUploads(Requester requester, String bucket) {
        return guarded(() -> uploads.list(buckets.open(requester, bucket)));
    }

    public StoredObject completeUpload(
            Requester requester,
            ObjectLocation location,
            String uploadId,
            List<UploadedPart> parts,
            WriteCondition condition) {
        return guarded(() -> uploads.complete(
                requester, buckets.open(requester, location.bucket()), location, uploadId, parts, condition));
    }

    public void abortUpload(Requester requester, ObjectLocation location, String uploadId) {
        run(() -> uploads.abort(buckets.open(requester, location.bucket()), location, uploadId));
    }

    /** Other objects of the same directory go on. */
    @Override
    public void close() {
        scratch.close();
        try {
            changes.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The object directory could not be closed", e);
        }
    }

    private ObjectFile open(Requester requester, ObjectLocation location) throws IOException {
        var bucket = buckets.open(requester, location.bucket());
        try {
            return ObjectFile.open(KeyPath.file(bucket.objects(), location.key()));
        } catch (NoSuchFileException e) {
            throw new ObjectRequestFailed(ObjectError.NO_SUCH_KEY, "The specified key does not exist.", e);
        }
    }

    interface DiskWork<T> {
        T run() throws IOException;
    }

    static void run(KeyTree.DirectoryWork work) {
        guarded(() -> {
            work.run();
            return true;
        });
    }

    static <T> T guarded(DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw ObjectRequestFailed.internal("The object directory could not be read or written", e);
        }
    }
}
