package dev.entrepot.cleanroomsml.export;

import static dev.entrepot.cleanroomsml.resource.ResourceType.AUDIENCE_EXPORT_JOB;

import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.ListAudienceExportJobsRequest;
import dev.entrepot.cleanroomsml.contract.ListAudienceExportJobsResponse;
import dev.entrepot.cleanroomsml.contract.StartAudienceExportJobRequest;
import dev.entrepot.cleanroomsml.resource.Access;
import dev.entrepot.cleanroomsml.resource.Listing;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.schema.Unit;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.util.List;
import java.util.Optional;

/** The two operations on audience export jobs. */
final class ExportOperations {
    private final Jobs jobs;
    private final ExportStart start;
    private final Access access;
    private final Listing listing;

    ExportOperations(Database database, Jobs jobs, ExportStart start, Access access, PageTokens pageTokens) {
        this.jobs = jobs;
        this.start = start;
        this.access = access;
        this.listing = new Listing(database, pageTokens, AUDIENCE_EXPORT_JOB);
    }

    List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(CleanRoomsML.START_AUDIENCE_EXPORT_JOB, this::start),
                new BoundOperation<>(CleanRoomsML.LIST_AUDIENCE_EXPORT_JOBS, this::list));
    }

    private Unit start(StartAudienceExportJobRequest input, RequestContext context) {
        ResourceArn generation = access.check(context, "StartAudienceExportJob", input.audienceGenerationJobArn());
        jobs.submit(submission -> start.start(submission, generation, input));
        return Unit.VALUE;
    }

    private ListAudienceExportJobsResponse list(ListAudienceExportJobsRequest input, RequestContext context) {
        Optional<ResourceArn> generation =
                input.audienceGenerationJobArn().map(arn -> access.check(context, "ListAudienceExportJobs", arn));
        Owner owner = generation
                .map(ResourceArn::owner)
                .orElseGet(() -> access.check(context, "ListAudienceExportJobs", AUDIENCE_EXPORT_JOB));
        Listing.Page page = listing.page(
                owner, generation.map(ResourceArn::id), "", each -> true, input.maxResults(), input.nextToken());
        return ListAudienceExportJobsResponse.builder()
                .audienceExportJobs(
                        page.resources().stream().map(ExportAnswers::summary).toList())
                .nextToken(page.nextToken())
                .build();
    }
}
