package dev.entrepot.jobs;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Work that is done again and again, on one node at a time; nobody asked for it, and nobody waits for it. */
public interface RecurringWork {
    /** Never changes, for it stands in the database: {@code mailmanager-sweep}. */
    String name();

    /** From the end of one run to the beginning of the next. */
    Duration every();

    /**
     * One run. An exception is logged, and the next run comes in its time.
     *
     * @param closing whether the engine is closing: then the run ends as soon as it can, and the next goes on
     */
    void run(BooleanSupplier closing) throws Exception;
}
