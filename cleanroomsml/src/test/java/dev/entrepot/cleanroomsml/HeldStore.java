package dev.entrepot.cleanroomsml;

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
import java.util.concurrent.CountDownLatch;

/** A store that keeps readers and writers waiting while it is told to. */
public final class HeldStore implements ObjectStore {
    private final ObjectStore real;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public HeldStore(ObjectStore real) {
        this.real = real;
    }

    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void release() {
        gate.countDown();
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ObjectBatch batch(Requester requester, String bucket) {
        return real.batch(requester, bucket);
    }

    @Override
    public StoredObject put(Requester requester, ObjectLocation location, PutOptions options, InputStream source) {
        pass();
        return real.put(requester, location, options, source);
    }

    @Override
    public ObjectContent get(Requester requester, ObjectLocation location, ByteRange.Choice range) {
        pass();
        return real.get(requester, location, range);
    }

    @Override
    public StoredObject head(Requester requester, ObjectLocation location) {
        return real.head(requester, location);
    }

    @Override
    public ObjectListing list(Requester requester, String bucket, ObjectListing.Query query) {
        return real.list(requester, bucket, query);
    }

    @Override
    public void ensureBucket(Requester requester, String bucket) {
        real.ensureBucket(requester, bucket);
    }

    @Override
    public void delete(Requester requester, ObjectLocation location) {
        real.delete(requester, location);
    }
}
