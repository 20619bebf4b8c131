package dev.entrepot.storage.objects;

import dev.entrepot.storage.Owner;
import dev.entrepot.storage.durable.Durability;
import dev.entrepot.storage.durable.SmallFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The buckets, a directory each. Whose a bucket is stands in a file in it rather than in an extended attribute: those are missing
 * on some file systems and lost by many copies.
 */
final class Buckets {
    private static final String BUCKET_FILE = "bucket.properties";

    private final Path root;
    private final Scratch scratch;
    private final Changes changes;
    private final InstantSource clock;
    private final Durability durability;

    Buckets(Path root, Scratch scratch, Changes changes, InstantSource clock, Durability durability) {
        this.root = root;
        this.scratch = scratch;
        this.changes = changes;
        this.clock = clock;
        this.durability = durability;
    }

    /** @throws ObjectRequestFailed when there is no such bucket or the requester may not use it */
    Bucket open(Requester requester, String name) throws IOException {
        var bucket = (BucketName.isAllowed(name) ? find(name) : Optional.<Bucket>empty())
                .orElseThrow(() -> noSuchBucket(name));
        String account = bucket.owner().account();
        boolean expected = requester.expectedBucketOwner().map(account::equals).orElse(true);
        if (!account.equals(requester.owner().account()) || !expected) {
            throw new ObjectRequestFailed(ObjectError.ACCESS_DENIED, "Access Denied");
        }
        return bucket;
    }

    /** The directory appears whole or not at all, since it is renamed into place. */
    Bucket create(Owner owner, BucketName name) throws IOException {
        Path draft = scratch.newPath();
        Files.createDirectory(draft);
        var bucket = new Bucket(name.value(), owner, clock.instant().truncatedTo(ChronoUnit.MILLIS), draft);
        Files.createDirectory(bucket.objects());
        Files.createDirectory(bucket.uploads());
        var values = Map.of(
                "account",
                owner.account(),
                "region",
                owner.region(),
                "created",
                bucket.created().toString());
        SmallFile.create(draft.resolve(BUCKET_FILE), values, durability);
        try {
            Path directory = root.resolve(name.value());
            changes.change(
                    List.of(directory.resolve(BUCKET_FILE)),
                    () -> Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE));
        } catch (FileSystemException e) {
            Scratch.deleteTree(draft);
            throw taken(owner, find(name.value()).orElseThrow(() -> e)); // the JDK has no type for "not empty" here
        }
        durability.directory(root);
        return find(name.value()).orElseThrow(() -> noSuchBucket(name.value()));
    }

    /** Moves the bucket away first: what another process puts meanwhile fails or is found. */
    void delete(Bucket bucket) throws IOException {
        Path away = scratch.newPath();
        refuseUnlessEmpty(bucket);
        changes.changeTree(
                bucket.directory(), () -> Files.move(bucket.directory(), away, StandardCopyOption.ATOMIC_MOVE));
        try {
            refuseUnlessEmpty(new Bucket(bucket.name(), bucket.owner(), bucket.created(), away));
        } catch (ObjectRequestFailed late) {
            Files.move(away, bucket.directory(), StandardCopyOption.ATOMIC_MOVE);
            throw late;
        }
        durability.directory(root);
        Scratch.deleteTree(away);
    }

    List<Bucket> list(String account) throws IOException {
        var buckets = new ArrayList<Bucket>();
        try (var paths = Files.newDirectoryStream(root)) {
            for (Path path : paths) {
                find(path.getFileName().toString())
                        .filter(bucket -> bucket.owner().account().equals(account))
                        .ifPresent(buckets::add);
            }
        }
        buckets.sort(Comparator.comparing(Bucket::name));
        return buckets;
    }

    private static ObjectRequestFailed taken(Owner owner, Bucket existing) {
        return existing.owner().account().equals(owner.account())
                ? new ObjectRequestFailed(
                        ObjectError.BUCKET_ALREADY_OWNED_BY_YOU,
                        "Your previous request to create the named bucket succeeded and you already own it.")
                : new ObjectRequestFailed(
                        ObjectError.BUCKET_ALREADY_EXISTS,
                        "The requested bucket name is not available. The bucket namespace is shared by all users of"
                                + " the system. Please select a different name and try again.");
    }

    static ObjectRequestFailed noSuchBucket(String name) {
        return new ObjectRequestFailed(
                ObjectError.NO_SUCH_BUCKET, "The specified bucket does not exist: '" + name + "'");
    }

    private Optional<Bucket> find(String name) throws IOException {
        Path directory = root.resolve(name);
        try {
            var values = SmallFile.read(directory.resolve(BUCKET_FILE));
            var owner = new Owner(values.get("account"), values.get("region"));
            return Optional.of(new Bucket(name, owner, Instant.parse(values.get("created")), directory));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static void refuseUnlessEmpty(Bucket bucket) throws IOException {
        new KeyWalk(bucket.objects(), "", ObjectListing.After.NOTHING, (_, _) -> {
                    throw new ObjectRequestFailed(
                            ObjectError.BUCKET_NOT_EMPTY, "The bucket you tried to delete is not empty");
                })
                .run();
    }
}
