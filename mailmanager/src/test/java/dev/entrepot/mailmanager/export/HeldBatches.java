package dev.entrepot.mailmanager.export;

import dev.entrepot.storage.objects.ObjectBatch;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoreDecorator;
import java.util.concurrent.Semaphore;

/** A store in which each batch waits for a permit: an export stands in the middle for as long as a test wants. */
record HeldBatches(ObjectStore store, Semaphore permits) implements StoreDecorator {
    @Override
    public ObjectBatch batch(Requester requester, String bucket) {
        permits.acquireUninterruptibly();
        return store.batch(requester, bucket);
    }
}
