package dev.entrepot.jobs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The kinds of job this program knows, by name. */
final class JobKinds {
    private final Map<String, JobKind<?, ?, ?>> byName;

    JobKinds(List<JobKind<?, ?, ?>> kinds) {
        this.byName = kinds.stream().collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
    }

    Collection<JobKind<?, ?, ?>> all() {
        return byName.values();
    }

    /** Nothing for an id without a job; a program that no longer knows the job's kind cannot go on with it. */
    Optional<JobKind<?, ?, ?>> of(Handle handle, JobId id) {
        return JobStore.kindOf(handle, id).map(name -> named(name, id));
    }

    JobKind<?, ?, ?> of(Job<?> job) {
        return named(job.kind(), job.id());
    }

    private JobKind<?, ?, ?> named(String name, JobId id) {
        JobKind<?, ?, ?> kind = byName.get(name);
        if (kind == null) {
            throw new IllegalStateException("No kind of job is called " + name + ", as job " + id + " is");
        }
        return kind;
    }
}
