package dev.entrepot.simpledb.domain;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.simpledb.domain.DomainRemoval.Removed;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes the items of a deleted domain out of the tables, some rows at a time, so that no other write waits for a large domain. The
 * domain itself is gone at once; nobody sees this job.
 */
public final class DomainRemoval implements JobKind<Removed, Removed, Removed> {
    private static final int ROWS_AT_A_TIME = 5_000;

    /** One after the other: the index is found by the attributes. */
    private static final List<String> REMOVALS = List.of("""
            DELETE FROM simpledb_item WHERE domain_id = :domain AND name IN
            (SELECT name FROM simpledb_item WHERE domain_id = :domain LIMIT :limit)""", """
            DELETE FROM simpledb_value WHERE (attribute_id, value, item) IN
            (SELECT v.attribute_id, v.value, v.item
             FROM simpledb_attribute a JOIN simpledb_value v ON v.attribute_id = a.id
             WHERE a.domain_id = :domain LIMIT :limit)""", """
            DELETE FROM simpledb_attribute WHERE id IN
            (SELECT id FROM simpledb_attribute WHERE domain_id = :domain LIMIT :limit)""");

    private final InstantSource clock;

    public DomainRemoval(InstantSource clock) {
        this.clock = clock;
    }

    /** A domain that is no longer in the table of domains; ids are never used again. */
    public record Removed(long domainId) {}

    @Override
    public String name() {
        return "simpledb-domain-removal";
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

    @Override
    public Plan<Removed> plan(Job<Removed> job) {
        return new Plan<>(List.of(job.request()), 0, 0, clock.instant());
    }

    @Override
    public Removed runPart(PartRun<Removed, Removed> run) {
        REMOVALS.forEach(removal -> {
            var removed = new AtomicInteger();
            do {
                run.commit(
                        "",
                        Counts.NONE,
                        handle -> removed.set(handle.createUpdate(removal)
                                .bind("domain", run.part().domainId())
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
