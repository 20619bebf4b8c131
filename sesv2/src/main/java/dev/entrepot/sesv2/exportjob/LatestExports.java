package dev.entrepot.sesv2.exportjob;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobPosition;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.Owner;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The exports of an owner, the latest first, read some at a time. */
final class LatestExports implements Iterator<Job<ExportRequest>> {
    private static final int AT_A_TIME = 200;

    private final Jobs jobs;
    private final ExportJob kind;
    private final Owner owner;
    private final Optional<String> sourceType;
    private Optional<JobPosition> before;
    private Iterator<Job<ExportRequest>> some;
    private int lastRead;

    LatestExports(Jobs jobs, ExportJob kind, Owner owner, Optional<String> sourceType, Optional<JobPosition> before) {
        this.jobs = jobs;
        this.kind = kind;
        this.owner = owner;
        this.sourceType = sourceType;
        this.before = before;
        this.some = read();
    }

    private Iterator<Job<ExportRequest>> read() {
        var read = jobs.latest(owner, kind, sourceType, before, AT_A_TIME);
        lastRead = read.size();
        return read.iterator();
    }

    @Override
    public boolean hasNext() {
        if (!some.hasNext() && lastRead == AT_A_TIME) {
            some = read();
        }
        return some.hasNext();
    }

    @Override
    public Job<ExportRequest> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Job<ExportRequest> next = some.next();
        before = Optional.of(next.position());
        return next;
    }
}
