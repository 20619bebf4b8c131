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
import java.util.concurrent.atomic.AtomicInteger;

/** A store that keeps whoever reads, writes or deletes waiting while it is told to. */
public final class HeldStore implements StoreDecorator {
    private final ObjectStore store;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch putGate = new CountDownLatch(0);

    public HeldStore(ObjectStore store) {
        this.store = store;
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    public void hold() {
        gate = new CountDownLatch(1);
        holdPuts();
    }

    /** Only those who write. */
    public void holdPuts() {
        putGate = new CountDownLatch(1);
    }

    /** How many objects somebody began to put, those who wait included. */
    public int begun() {
        return begun.get();
    }

    /** How many objects were put. */
    public int written() {
        return written.get();
    }

    public void release() {
        gate.countDown();
        putGate.countDown();
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public StoredObject put(Requester requester, ObjectLocation location, PutOptions options, InputStream source) {
        begun.incrementAndGet();
        pass(putGate);
        StoredObject stored = store.put(requester, location, options, source);
        written.incrementAndGet();
        return stored;
    }

    @Override
    public ObjectContent get(Requester requester, ObjectLocation location, ByteRange.Choice range) {
        pass(gate);
        return store.get(requester, location, range);
    }

    @Override
    public void delete(Requester requester, ObjectLocation location) {
        pass(gate);
        store.delete(requester, location);
    }
}
