package dev.entrepot.console.exportjobs;

import dev.entrepot.console.jobs.LatestJobs;
import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.sesv2.contract.CreateExportJobRequest;
import dev.entrepot.sesv2.contract.DataFormat;
import dev.entrepot.sesv2.contract.ExportDataSource;
import dev.entrepot.sesv2.contract.ExportDestination;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.wire.service.LocalCalls;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The export jobs of SES, and the forms that start them. */
public final class ExportJobPages {
    private static final String EXPORTS = "message-exports";

    private final LocalCalls calls;
    private final LatestJobs jobs;
    private final InstantSource clock;

    public ExportJobPages(LocalCalls calls, LatestJobs jobs, InstantSource clock) {
        this.calls = calls;
        this.jobs = jobs;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(EXPORTS, this::show),
                Route.post(EXPORTS + "/metrics", visit -> start(visit, WantedExports.metrics(visit.form()))),
                Route.post(EXPORTS + "/messages", visit -> start(visit, WantedExports.messages(visit.form()))));
    }

    private Answer show(Visit visit) {
        var exports = jobs.of(visit, line -> line.job().kind().equals("sesv2-export"));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Answer.show("exportjobs/show.jte", new ExportJobsView(today, exports));
    }

    private Answer start(Visit visit, ExportDataSource source) {
        var request = CreateExportJobRequest.builder()
                .exportDataSource(source)
                .exportDestination(ExportDestination.builder()
                        .dataFormat(visit.form().chosen("format", DataFormat::of))
                        .build())
                .build();
        String job = calls.call(SESv2.CREATE_EXPORT_JOB, request, visit.context())
                .jobId()
                .orElseThrow();
        return new Answer.SeeOther(Route.at("jobs", job));
    }
}
