package dev.entrepot.sesv2.exportjob;

import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.ObjectContent;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import java.io.InputStream;
import java.util.function.Consumer;

/** The real store, with something happening before each put. */
record HeldStore(ObjectStore store, Consumer<String> beforePut) implements ObjectStore {
    @Override
    public StoredObject put(Requester requester, ObjectLocation location, PutOptions options, InputStream source) {
        beforePut.accept(location.key());
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
