package dev.entrepot.mailmanager.export;

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
import java.util.concurrent.Semaphore;

/** A store in which each batch waits for a permit: an export stands in the middle for as long as a test wants. */
record HeldBatches(ObjectStore store, Semaphore permits) implements ObjectStore {
    @Override
    public ObjectBatch batch(Requester requester, String bucket) {
        permits.acquireUninterruptibly();
        return store.batch(requester, bucket);
    }

    @Override
    public StoredObject put(Requester requester, ObjectLocation location, PutOptions options, InputStream source) {
        return store.put(requester, location, options, source);
    }

    @Override
    public ObjectContent get(Requester requester, ObjectLocation location, ByteRange.Choice range) {
        return store.get(requester, location, range);
    }

    @Override
    public StoredObject head(Requester requester, ObjectLocation location) {
        return store.head(requester, location);
    }

    @Override
    public ObjectListing list(Requester requester, String bucket, ObjectListing.Query query) {
        return store.list(requester, bucket, query);
    }

    @Override
    public void ensureBucket(Requester requester, String bucket) {
        store.ensureBucket(requester, bucket);
    }

    @Override
    public void delete(Requester requester, ObjectLocation location) {
        store.delete(requester, location);
    }
}
