package dev.entrepot.mailmanager.pack;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.ServerSideEncryption;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The objects of all packs: a bucket an account, a key {@code ARCHIVE/NUMBER} a pack, encrypted by the archive's KMS key if it has one. */
public final class PackObjects {
    private final EmbeddedObjectStore objects;
    private final Map<String, String> buckets = new ConcurrentHashMap<>();

    public PackObjects(EmbeddedObjectStore objects) {
        this.objects = objects;
    }

    /** Tries the key on an object. */
    public boolean canEncrypt(Owner owner, String kmsKeyArn) {
        var probe = new ObjectLocation(bucket(owner), "probe/" + UUID.randomUUID());
        try {
            objects.put(Requester.of(owner), probe, encrypted(kmsKeyArn), InputStream.nullInputStream());
            objects.delete(Requester.of(owner), probe);
            return true;
        } catch (ObjectRequestFailed failed) {
            if (failed.error().source() == ObjectError.Source.KMS) {
                return false;
            }
            throw failed;
        }
    }

    private static PutOptions encrypted(String kmsKeyArn) {
        return PutOptions.DEFAULT.encryption(new ServerSideEncryption.Kms(Optional.of(kmsKeyArn)));
    }

    /** @return the object's size; it is on the disk */
    long put(ArchiveRow archive, long pack, InputStream content) {
        PutOptions options = archive.kmsKeyArn().map(PackObjects::encrypted).orElse(PutOptions.DEFAULT);
        return objects.put(Requester.of(archive.owner()), location(archive, pack), options, content)
                .size();
    }

    /** @throws ObjectRequestFailed also when the pack is gone, or its key cannot be used */
    InputStream open(ArchiveRow archive, long pack, long offset, long length) {
        return objects.get(
                        Requester.of(archive.owner()),
                        location(archive, pack),
                        size -> new ByteRange(offset, Math.min(length, Math.max(0, size - offset))))
                .bytes();
    }

    /** Durably; one that is not there is gone already. */
    void delete(ArchiveRow archive, long pack) {
        objects.delete(Requester.of(archive.owner()), location(archive, pack));
    }

    /** The archive's objects, whether or not a row knows them. */
    ObjectListing list(ArchiveRow archive, ObjectListing.After after) {
        return objects.list(
                Requester.of(archive.owner()),
                bucket(archive.owner()),
                ObjectListing.Query.prefix(archive.id() + "/").after(after));
    }

    private ObjectLocation location(ArchiveRow archive, long pack) {
        return new ObjectLocation(bucket(archive.owner()), key(archive, pack));
    }

    private static String key(ArchiveRow archive, long pack) {
        return archive.id() + "/%016x".formatted(pack);
    }

    static long number(ArchiveRow archive, String key) {
        return Long.parseLong(key, archive.id().length() + 1, key.length(), 16);
    }

    /** Made when it is first asked for. */
    private String bucket(Owner owner) {
        return buckets.computeIfAbsent("packs-" + owner.account(), name -> made(owner, name));
    }

    private String made(Owner owner, String name) {
        try {
            return objects.createBucket(Requester.of(owner), name).name();
        } catch (ObjectRequestFailed failed) {
            if (failed.error() == ObjectError.BUCKET_ALREADY_OWNED_BY_YOU) {
                return name;
            }
            throw failed;
        }
    }
}
