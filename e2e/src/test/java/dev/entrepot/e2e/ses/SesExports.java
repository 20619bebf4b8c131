package dev.entrepot.e2e.ses;

import dev.entrepot.e2e.fixture.Eventually;
import java.time.Duration;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.ExportDataSource;
import software.amazon.awssdk.services.sesv2.model.GetExportJobResponse;
import software.amazon.awssdk.services.sesv2.model.JobStatus;

/** Exports as the tests of them need them. */
public final class SesExports {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private SesExports() {}

    /** Of all mail in {@link EventFiles}. */
    public static ExportDataSource everything() {
        return ExportDataSource.builder()
                .messageInsightsDataSource(insights ->
                        insights.startDate(EventFiles.SENT).endDate(EventFiles.SENT.plus(Duration.ofDays(1))))
                .build();
    }

    public static boolean hasEnded(GetExportJobResponse job) {
        return job.jobStatus() != JobStatus.CREATED && job.jobStatus() != JobStatus.PROCESSING;
    }

    /** The job when it has ended. */
    public static GetExportJobResponse ended(SesV2Client ses, String id) {
        return Eventually.eventually(LONGEST, () -> ses.getExportJob(get -> get.jobId(id)), SesExports::hasEnded);
    }
}
