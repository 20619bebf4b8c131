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
 * Takes the items of a deleted domain out of the table, some at a time, so that no other write waits for a large domain. The
 * domain itself is gone at once; nobody sees this job.
 */
public final class DomainRemoval implements JobKind<Removed, Removed, Removed> {
    private static final int ITEMS_AT_A_TIME = 5_000;

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
        var removed = new AtomicInteger();
        do {
            run.commit(
                    "",
                    Counts.NONE,
                    handle -> removed.set(handle.createUpdate("""
                            DELETE FROM simpledb_item WHERE domain_id = :domain AND name IN
                            (SELECT name FROM simpledb_item WHERE domain_id = :domain LIMIT :limit)""")
                            .bind("domain", run.part().domainId())
                            .bind("limit", ITEMS_AT_A_TIME)
                            .execute()));
        } while (removed.get() > 0);
        return run.part();
    }

    @Override
    public void finish(Job<Removed> job, List<Removed> results) {
        // nothing is left to do
    }
}
