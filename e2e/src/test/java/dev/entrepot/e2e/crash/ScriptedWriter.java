package dev.entrepot.e2e.crash;

import com.amazonaws.SdkClientException;
import com.amazonaws.services.simpledb.AmazonSimpleDB;
import com.amazonaws.services.simpledb.model.DeleteAttributesRequest;
import com.amazonaws.services.simpledb.model.PutAttributesRequest;
import com.amazonaws.services.simpledb.model.ReplaceableAttribute;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Changes, adds and deletes items of its own, one step after the other, each known by its number: what its items are after so many
 * steps is known without asking. A step that got no answer is taken again, which changes nothing if it had been taken.
 */
final class ScriptedWriter implements Runnable {
    static final String MARK = " of writer ";
    private static final int ITEMS = 40;
    private static final int DELETE_EVERY = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final AmazonSimpleDB simpleDb;
    private final int number;
    private volatile long begun;
    private volatile long acknowledged;
    private volatile boolean stopped;

    ScriptedWriter(AmazonSimpleDB simpleDb, int number) {
        this.simpleDb = simpleDb;
        this.number = number;
    }

    /** So many steps at least are in the domain. */
    long acknowledged() {
        return acknowledged;
    }

    /** So many at most. */
    long begun() {
        return begun;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        for (long step = 1; !stopped; step++) {
            begun = step;
            while (!take(step)) {
                if (stopped) {
                    return;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
            acknowledged = step;
        }
    }

    private boolean take(long step) {
        try {
            if (step % DELETE_EVERY == 0) {
                simpleDb.deleteAttributes(new DeleteAttributesRequest(LargeDomain.NAME, item(step)));
            } else {
                var value = new ReplaceableAttribute("step", "" + step, true);
                simpleDb.putAttributes(new PutAttributesRequest(LargeDomain.NAME, item(step), List.of(value)));
            }
            return true;
        } catch (SdkClientException gone) {
            return false;
        }
    }

    /** Spread over the whole domain, so that they are in every data file. */
    private String item(long step) {
        int place = (int) (step * 7 % ITEMS) * (LargeDomain.ITEMS / ITEMS);
        return LargeDomain.itemName(place) + MARK + number;
    }

    /** Its items after so many steps, each with the step that made it. */
    SortedMap<String, Long> after(long steps) {
        var items = new TreeMap<String, Long>();
        for (long step = 1; step <= steps; step++) {
            if (step % DELETE_EVERY == 0) {
                items.remove(item(step));
            } else {
                items.put(item(step), step);
            }
        }
        return items;
    }

    boolean owns(String item) {
        return item.endsWith(MARK + number);
    }
}
