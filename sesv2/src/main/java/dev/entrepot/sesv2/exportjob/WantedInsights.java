package dev.entrepot.sesv2.exportjob;

import dev.entrepot.jobs.Counts;
import dev.entrepot.sesv2.event.EmailInsights;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The messages that a query wants, each reported as it is found. */
final class WantedInsights {
    private static final Counts ONE = new Counts(1, 0, 0);

    private final Iterator<EmailInsights> all;
    private final Predicate<EmailInsights> filter;
    private final Consumer<Counts> progress;

    /** @param progress told of every message that was looked at; may throw to stop */
    WantedInsights(Iterator<EmailInsights> all, Predicate<EmailInsights> filter, Consumer<Counts> progress) {
        this.all = all;
        this.filter = filter;
        this.progress = progress;
    }

    private Optional<EmailInsights> find() {
        while (all.hasNext()) {
            EmailInsights next = all.next();
            boolean wanted = filter.test(next);
            progress.accept(wanted ? ONE : Counts.NONE);
            if (wanted) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    void countRest() {
        while (find().isPresent()) {
            // counted
        }
    }

    /** So many at most, found as they are asked for. */
    Iterator<List<Cell>> rows(int limit) {
        return new Iterator<>() {
            private int left = limit;
            private Optional<EmailInsights> next = Optional.empty();

            @Override
            public boolean hasNext() {
                if (next.isEmpty() && left > 0) {
                    next = find();
                    left = next.isPresent() ? left - 1 : 0;
                }
                return next.isPresent();
            }

            @Override
            public List<Cell> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                List<Cell> row = InsightsColumn.row(next.orElseThrow());
                next = Optional.empty();
                return row;
            }
        };
    }
}
