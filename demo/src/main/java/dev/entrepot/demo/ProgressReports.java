package dev.entrepot.demo;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Where there is no terminal to draw on: a line at each quarter of the way. */
final class ProgressReports implements Progress {
    private static final int REPORTS = 4;

    private final long total;
    private final Consumer<String> out;
    private final AtomicLong done = new AtomicLong();

    ProgressReports(long total, Consumer<String> out) {
        this.total = total;
        this.out = out;
    }

    @Override
    public void advance(long by) {
        long after = done.addAndGet(by);
        if (after < total && after * REPORTS / total > (after - by) * REPORTS / total) {
            out.accept(Screen.number(after) + " of " + Screen.number(total));
        }
    }

    @Override
    public void close() {
        // every line is complete as it is
    }
}
