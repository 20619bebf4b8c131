package dev.entrepot.storage.objects;

import java.io.InputStream;

/** A store that does what another does, but for what its tests override. */
public interface StoreDecorator extends ObjectStore {
    ObjectStore store();

    @Override
    default StoredObject put(Requester requester, ObjectLocation location, PutOptions options, InputStream source) {
        return store().put(requester, location, options, source);
    }

    @Override
    default ObjectBatch batch(Requester requester, String bucket) {
        return store().batch(requester, bucket);
    }

    @Override
    default ObjectContent get(Requester requester, ObjectLocation location, ByteRange.Choice range) {
        return store().get(requester, location, range);
    }

    @Override
    default StoredObject head(Requester requester, ObjectLocation location) {
        return store().head(requester, location);
    }

    @Override
    default ObjectListing list(Requester requester, String bucket, ObjectListing.Query query) {
        return store().list(requester, bucket, query);
    }

    @Override
    default void ensureBucket(Requester requester, String bucket) {
        store().ensureBucket(requester, bucket);
    }

    @Override
    default void delete(Requester requester, ObjectLocation location) {
        store().delete(requester, location);
    }
}
