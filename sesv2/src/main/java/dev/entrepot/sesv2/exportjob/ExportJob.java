package dev.entrepot.sesv2.exportjob;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.sesv2.event.EmailInsights;
import dev.entrepot.sesv2.event.EventStore;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** An export in one part: it reads a range of the events once and writes one file, the same again when it runs again. */
final class ExportJob implements JobKind<ExportRequest, Moment, Exported> {
    static final String FAILURE = "ExportFailed";

    private static final Counts ONE = new Counts(1, 0, 0);

    private final Database database;
    private final ExportObjects objects;
    private final InstantSource clock;

    ExportJob(Database database, ObjectStore objects, InstantSource clock) {
        this.database = database;
        this.objects = new ExportObjects(objects);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sesv2-export";
    }

    @Override
    public Class<ExportRequest> request() {
        return ExportRequest.class;
    }

    @Override
    public Class<Moment> part() {
        return Moment.class;
    }

    @Override
    public Class<Exported> result() {
        return Exported.class;
    }

    @Override
    public Plan<Moment> plan(Job<ExportRequest> job) {
        long batch = database.read(handle -> EventStore.lastBatch(handle, job.owner()));
        return new Plan<>(List.of(new Moment(batch)), 0, 0, clock.instant());
    }

    @Override
    public Exported runPart(PartRun<ExportRequest, Moment> run) {
        ExportRequest request = run.job().request();
        return request.metrics()
                .map(query -> metrics(run, query))
                .or(() -> request.insights().map(query -> insights(run, query)))
                .orElseThrow();
    }

    private Exported metrics(PartRun<ExportRequest, Moment> run, MetricsQuery query) {
        var table = new MetricsTable(query);
        scan(run, query.interval(), all -> {
            while (all.hasNext()) {
                run.progress(table.add(all.next()) ? ONE : Counts.NONE);
            }
            return table;
        });
        return write(run.job(), table.titles(), table.rows());
    }

    /** The newest come first, so the file may end while matching messages are still counted. */
    private Exported insights(PartRun<ExportRequest, Moment> run, InsightsQuery query) {
        return scan(run, query.interval(), all -> {
            var wanted = new WantedInsights(all, InsightsFilter.of(query), run::progress);
            Exported exported = write(run.job(), InsightsColumn.TITLES, wanted.rows(query.limit()));
            wanted.countRest();
            return exported;
        });
    }

    private <T> T scan(
            PartRun<ExportRequest, Moment> run, Interval interval, Function<Iterator<EmailInsights>, T> reading) {
        return database.read(handle -> EventStore.scan(
                handle,
                run.job().owner(),
                interval.from(),
                interval.to(),
                run.part().batch(),
                reading));
    }

    private Exported write(Job<ExportRequest> job, List<String> titles, Iterator<List<Cell>> rows) {
        var file = new FileStream(rows, RowEncoder.of(job.request().format(), titles));
        objects.put(job, file);
        return new Exported(file.rows());
    }

    @Override
    public void finish(Job<ExportRequest> job, List<Exported> parts) {
        database.write(handle -> {
            ExportStore.put(handle, job.id(), parts.getFirst());
            return job.id();
        });
    }
}
