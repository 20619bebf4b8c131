package dev.entrepot.simpledb.domain;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** A long result, read by short queries that each begin where the one before ended; the database then plans for few rows. */
final class Chunks<T> implements Iterator<T> {
    /** How many rows such a query fetches. */
    static final int ROWS = 256;

    private final Function<Optional<T>, List<T>> query;
    private Optional<T> last = Optional.empty();
    private List<T> chunk = List.of();
    private int at;
    private boolean ended;

    /** @param query the rows after the one given, from the start at first; none when there are no more */
    Chunks(Function<Optional<T>, List<T>> query) {
        this.query = query;
    }

    @Override
    public boolean hasNext() {
        if (at == chunk.size() && !ended) {
            chunk = query.apply(last);
            at = 0;
            ended = chunk.isEmpty();
        }
        return at < chunk.size();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T next = chunk.get(at++);
        last = Optional.of(next);
        return next;
    }
}
