package dev.entrepot.storage.objects;

import java.io.InputStream;
import java.util.function.Consumer;

/**
 * The real store, with something happening before calls that tests want to hold up or fail.
 *
 * @param beforePut is given the key of each object that is put
 * @param beforeHead runs before each question after an object
 */
public record WatchedStore(ObjectStore store, Consumer<String> beforePut, Runnable beforeHead)
        implements StoreDecorator {
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
    public StoredObject head(Requester requester, ObjectLocation location) {
        beforeHead.run();
        return store.head(requester, location);
    }
}
