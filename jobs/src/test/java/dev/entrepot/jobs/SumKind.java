package dev.entrepot.jobs;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * A job that "imports" the numbers of its range, in batches of ten, into table {@code imported}, and whose finish records
 * the sum. Tests override what they want to go wrong.
 */
class SumKind implements JobKind<SumKind.Request, SumKind.Range, SumKind.Sum> {
    record Request(int parts, int recordsPerPart) {}

    record Range(int from, int to) {}

    record Sum(long value) {}

    final ConcurrentLinkedQueue<Long> finished = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<JobState> ended = new ConcurrentLinkedQueue<>();

    @Override
    public String name() {
        return "sum";
    }

    @Override
    public Class<Request> request() {
        return Request.class;
    }

    @Override
    public Class<Range> part() {
        return Range.class;
    }

    @Override
    public Class<Sum> result() {
        return Sum.class;
    }

    @Override
    public Plan<Range> plan(Job<Request> job) {
        int size = job.request().recordsPerPart();
        return new Plan<>(
                IntStream.range(0, job.request().parts())
                        .mapToObj(number -> new Range(number * size, (number + 1) * size))
                        .toList(),
                (long) job.request().parts() * size,
                0,
                job.requestedAt());
    }

    @Override
    public Sum runPart(PartRun<Request, Range> run) throws Exception {
        int from = run.checkpoint().map(Integer::parseInt).orElse(run.part().from());
        while (from < run.part().to()) {
            int next = Math.min(from + 10, run.part().to());
            beforeBatch(run, from);
            importBatch(run, from, next);
            from = next;
        }
        return new Sum(IntStream.range(run.part().from(), run.part().to())
                .asLongStream()
                .sum());
    }

    /** For a test to stop, fail or wait at. */
    void beforeBatch(PartRun<Request, Range> run, int from) throws Exception {}

    static void importBatch(PartRun<Request, Range> run, int from, int to) {
        run.commit(String.valueOf(to), new Counts(to - from, 0, 8L * (to - from)), handle -> {
            var batch = handle.prepareBatch("INSERT INTO imported (job_id, number) VALUES (:job, :number)");
            IntStream.range(from, to)
                    .forEach(number -> batch.bind("job", run.job().id().value())
                            .bind("number", number)
                            .add());
            batch.execute();
        });
    }

    @Override
    public void finish(Job<Request> job, List<Sum> results) {
        finished.add(results.stream().mapToLong(Sum::value).sum());
    }

    @Override
    public void ended(Handle handle, Job<Request> job) {
        ended.add(job.state());
    }
}
