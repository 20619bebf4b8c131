package dev.entrepot.mailmanager.importjob;

import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.ObjectContent;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoreDecorator;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The real store, with something happening to those who read objects. */
record DisturbedReads(ObjectStore store, UnaryOperator<InputStream> disturb) implements StoreDecorator {
    static UnaryOperator<InputStream> waitingFor(CountDownLatch latch) {
        return bytes -> {
            try {
                latch.await();
                return bytes;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
    }

    /** The first {@code times} readers get so many bytes and then a failure that another try may not meet. */
    static UnaryOperator<InputStream> breakingOff(AtomicInteger opened, int times, int after) {
        return bytes -> opened.incrementAndGet() > times
                ? bytes
                : new FilterInputStream(bytes) {
                    private int left = after;

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        if (left == 0) {
                            throw new IllegalStateException("The disk is away for a moment");
                        }
                        int count = in.read(into, offset, Math.min(length, left));
                        left -= Math.max(count, 0);
                        return count;
                    }
                };
    }

    @Override
    public ObjectContent get(Requester requester, ObjectLocation location, ByteRange.Choice range) {
        ObjectContent content = store.get(requester, location, range);
        return new ObjectContent(content.object(), content.range(), disturb.apply(content.bytes()));
    }
}
