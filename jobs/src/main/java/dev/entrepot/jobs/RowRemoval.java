package dev.entrepot.jobs;

import dev.entrepot.jobs.RowRemoval.Removed;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes the rows of something deleted out of their table, some at a time, so that no other write waits for a large deletion.
 * What was deleted is gone at once from the table of its like; nobody sees this job.
 */
public final class RowRemoval implements JobKind<Removed, Removed, Removed> {
    private static final int ROWS_AT_A_TIME = 5_000;

    private final String name;
    private final List<String> deletes;
    private final InstantSource clock;

    /** @param deletes statements, one done after the other, that delete {@code :limit} rows at most of {@code :parent} each time */
    public RowRemoval(String name, InstantSource clock, List<String> deletes) {
        this.name = name;
        this.clock = clock;
        this.deletes = List.copyOf(deletes);
    }

    /** A statement for a table whose primary key is {@code parent}, the column that says whose the rows are, and {@code key}. */
    public static String rowsOf(String table, String parent, String key) {
        return """
                DELETE FROM %1$s WHERE %2$s = :parent AND %3$s IN
                (SELECT %3$s FROM %1$s WHERE %2$s = :parent LIMIT :limit)""".formatted(table, parent, key);
    }

    /** @param parentId whose rows are to go; ids are never used again */
    public record Removed(long parentId) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean stoppable() {
        return false;
    }

    @Override
    public Class<Removed> request() {
        return Removed.class;
    }

    @Override
    public Class<Removed> part() {
        return Removed.class;
    }

    @Override
    public Class<Removed> result() {
        return Removed.class;
    }

    /** No API tells of it. */
    @Override
    public boolean isForgettable() {
        return true;
    }

    @Override
    public Plan<Removed> plan(Job<Removed> job) {
        return new Plan<>(List.of(job.request()), 0, 0, clock.instant());
    }

    @Override
    public Removed runPart(PartRun<Removed, Removed> run) {
        deletes.forEach(delete -> {
            var removed = new AtomicInteger();
            do {
                run.commit(
                        "",
                        Counts.NONE,
                        handle -> removed.set(handle.createUpdate(delete)
                                .bind("parent", run.part().parentId())
                                .bind("limit", ROWS_AT_A_TIME)
                                .execute()));
            } while (removed.get() > 0);
        });
        return run.part();
    }

    @Override
    public void finish(Job<Removed> job, List<Removed> results) {
        // nothing is left to do
    }
}
