package dev.entrepot.storage.objects;

import java.io.InputStream;
import java.util.function.Consumer;

/**
 * The real store, with something happening before calls that tests want to hold up or fail.
 *
 * @param beforePut is given the key of each object that is put
 * @param beforeHead runs before each question after an object
 */
public record WatchedStore(ObjectStore store, Consumer<String> beforePut, Runnable beforeHead) implements ObjectStore {
    public static WatchedStore beforePut(ObjectStore store, Consumer<String> beforePut) {
        return new WatchedStore(store, beforePut, () -> {});
    }

    public static WatchedStore beforeHead(ObjectStore store, Runnable beforeHead) {
        return new WatchedStore(store, key -> {}, beforeHead);
    }

    @Override
    public StoredObject put(Requester requester, ObjectLocation location, PutOptions options, InputStream source) {
        beforePut.accept(location.key());
        return store.put(requester, location, options, source);
    }

    @Override
    public ObjectBatch batch(Requester requester, String bucket) {
        return store.batch(requester, bucket);
    }

    @Override
    public ObjectContent get(Requester requester, ObjectLocation location, ByteRange.Choice range) {
        return store.get(requester, location, range);
    }

    @Override
    public StoredObject head(Requester requester, ObjectLocation location) {
        beforeHead.run();
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
