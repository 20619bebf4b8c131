package dev.entrepot.server.metrics;

import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.ObjectBatch;
import dev.entrepot.storage.objects.ObjectContent;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import java.io.InputStream;

/** An object store whose operations are timed: a put until it is on the disk, a get until it is open. */
public final class TimedObjectStore implements ObjectStore {
    private final ObjectStore objects;
    private final Timing puts;
    private final Timing gets;
    private final Timing heads;
    private final Timing lists;
    private final Timing deletes;

    public TimedObjectStore(ObjectStore objects, Metrics metrics) {
        this.objects = objects;
        this.puts = metrics.objects("put");
        this.gets = metrics.objects("get");
        this.heads = metrics.objects("head");
        this.lists = metrics.objects("list");
        this.deletes = metrics.objects("delete");
    }

    @Override
    public StoredObject put(Requester requester, ObjectLocation location, PutOptions options, InputStream source) {
        return puts.of(() -> objects.put(requester, location, options, source));
    }

    /** Its puts reach the disk together, so none of them could be timed. */
    @Override
    public ObjectBatch batch(Requester requester, String bucket) {
        return objects.batch(requester, bucket);
    }

    @Override
    public ObjectContent get(Requester requester, ObjectLocation location, ByteRange.Choice range) {
        return gets.of(() -> objects.get(requester, location, range));
    }

    @Override
    public StoredObject head(Requester requester, ObjectLocation location) {
        return heads.of(() -> objects.head(requester, location));
    }

    @Override
    public ObjectListing list(Requester requester, String bucket, ObjectListing.Query query) {
        return lists.of(() -> objects.list(requester, bucket, query));
    }

    @Override
    public void ensureBucket(Requester requester, String bucket) {
        objects.ensureBucket(requester, bucket);
    }

    @Override
    public void delete(Requester requester, ObjectLocation location) {
        deletes.of(() -> {
            objects.delete(requester, location);
            return location;
        });
    }
}
