package dev.entrepot.simpledb.export;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFilter;
import dev.entrepot.jobs.JobPosition;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.export.contract.ExportSummary;
import dev.entrepot.simpledb.export.contract.InvalidNextTokenException;
import dev.entrepot.simpledb.export.contract.ListExportsRequest;
import dev.entrepot.simpledb.export.contract.ListExportsResponse;
import dev.entrepot.simpledb.export.contract.NoSuchDomainException;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Lists exports, oldest first, as far back as AWS keeps them (SimpleDB dossier, section 1.4). */
final class ExportList {
    private static final int DEFAULT_PAGE = 100;
    private static final int MONTHS_KEPT = 3;

    private final Database database;
    private final Jobs jobs;
    private final ExportJob kind;
    private final PageTokens pageTokens;
    private final InstantSource clock;

    ExportList(Database database, Jobs jobs, ExportJob kind, PageTokens pageTokens, InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.kind = kind;
        this.pageTokens = pageTokens;
        this.clock = clock;
    }

    static Instant oldestKept(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusMonths(MONTHS_KEPT).toInstant();
    }

    ListExportsResponse list(Owner owner, ListExportsRequest input) {
        input.domainName().ifPresent(domain -> requireDomain(owner, domain));
        int max = input.maxResults().orElse(DEFAULT_PAGE);
        String context = "ListExports " + owner + " " + input.domainName().orElse("");
        Optional<JobPosition> after = input.nextToken().map(token -> position(context, token));
        List<Job<ExportRequest>> page = jobs.list(
                owner,
                kind,
                new JobFilter(input.domainName(), Optional.of(oldestKept(clock.instant())), after, max + 1));
        ListExportsResponse.Builder response = ListExportsResponse.builder();
        if (page.size() > max) {
            page = page.subList(0, max);
            String position = page.getLast().position().toString();
            response.nextToken(pageTokens.issue(context, position.getBytes(StandardCharsets.UTF_8)));
        }
        return response.exportSummaries(page.stream().map(ExportList::summary).toList())
                .build();
    }

    private void requireDomain(Owner owner, String domain) {
        if (database.read(handle -> DomainStore.find(handle, owner, domain)).isEmpty()) {
            throw new NoSuchDomainException("The specified domain does not exist.");
        }
    }

    private JobPosition position(String context, String token) {
        return pageTokens
                .read(context, token)
                .flatMap(position -> JobPosition.parse(new String(position, StandardCharsets.UTF_8)))
                .orElseThrow(() -> new InvalidNextTokenException("The specified next token is not valid."));
    }

    private static ExportSummary summary(Job<ExportRequest> job) {
        return ExportSummary.builder()
                .exportArn(ExportJob.arn(job).toString())
                .exportStatus(ExportService.status(job.state()))
                .requestedAt(job.requestedAt())
                .domainName(job.subject())
                .build();
    }
}
