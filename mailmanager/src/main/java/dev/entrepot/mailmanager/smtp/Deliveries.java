package dev.entrepot.mailmanager.smtp;

import java.util.concurrent.atomic.LongAdder;

/** How many messages a listener was to archive since it began, each once an archive. */
public final class Deliveries {
    private final LongAdder archived = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder deferred = new LongAdder();

    Deliveries() {}

    void add(Reply reply) {
        if (!reply.isRefusal()) {
            archived.increment();
        } else if (reply.isTransient()) {
            deferred.increment();
        } else {
            refused.increment();
        }
    }

    public long archived() {
        return archived.sum();
    }

    /** For good. */
    public long refused() {
        return refused.sum();
    }

    /** The sender was asked to try again. */
    public long deferred() {
        return deferred.sum();
    }
}
