package dev.entrepot.cleanroomsml;

import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.ObjectContent;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoreDecorator;
import dev.entrepot.storage.objects.StoredObject;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** A store that keeps whoever reads, writes or deletes waiting while it is told to. */
public final class HeldStore implements StoreDecorator {
    private final ObjectStore store;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public HeldStore(ObjectStore store) {
        this.store = store;
    }

    @Override
    public ObjectStore store() {
        return store;
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
    public StoredObject put(Requester requester, ObjectLocation location, PutOptions options, InputStream source) {
        pass();
        return store.put(requester, location, options, source);
    }

    @Override
    public ObjectContent get(Requester requester, ObjectLocation location, ByteRange.Choice range) {
        pass();
        return store.get(requester, location, range);
    }

    @Override
    public void delete(Requester requester, ObjectLocation location) {
        pass();
        store.delete(requester, location);
    }
}
