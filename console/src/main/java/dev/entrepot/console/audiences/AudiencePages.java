package dev.entrepot.console.audiences;

import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.GetAudienceGenerationJobRequest;
import dev.entrepot.cleanroomsml.contract.ListAudienceExportJobsRequest;
import dev.entrepot.cleanroomsml.contract.ListAudienceGenerationJobsRequest;
import dev.entrepot.cleanroomsml.contract.ListAudienceModelsRequest;
import dev.entrepot.cleanroomsml.contract.ListConfiguredAudienceModelsRequest;
import dev.entrepot.cleanroomsml.contract.ListTrainingDatasetsRequest;
import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.service.LocalCalls;
import java.util.List;

/** What there is of Clean Rooms ML, and the page of each audience. */
public final class AudiencePages {
    private static final int MOST = 100;

    private final LocalCalls calls;

    public AudiencePages(LocalCalls calls) {
        this.calls = calls;
    }

    public List<Route> routes() {
        return List.of(Route.get("audiences", this::list), Route.get("audiences/audience", this::show));
    }

    private Answer list(Visit visit) {
        return Answer.show(
                "audiences/list.jte",
                new AudienceListView(
                        call(
                                        visit,
                                        CleanRoomsML.LIST_AUDIENCE_GENERATION_JOBS,
                                        ListAudienceGenerationJobsRequest.builder()
                                                .maxResults(MOST)
                                                .build())
                                .audienceGenerationJobs(),
                        call(
                                        visit,
                                        CleanRoomsML.LIST_CONFIGURED_AUDIENCE_MODELS,
                                        ListConfiguredAudienceModelsRequest.builder()
                                                .maxResults(MOST)
                                                .build())
                                .configuredAudienceModels(),
                        call(
                                        visit,
                                        CleanRoomsML.LIST_AUDIENCE_MODELS,
                                        ListAudienceModelsRequest.builder()
                                                .maxResults(MOST)
                                                .build())
                                .audienceModels(),
                        call(
                                        visit,
                                        CleanRoomsML.LIST_TRAINING_DATASETS,
                                        ListTrainingDatasetsRequest.builder()
                                                .maxResults(MOST)
                                                .build())
                                .trainingDatasets()));
    }

    private Answer show(Visit visit) {
        String arn = visit.query().get("arn");
        var audience = call(
                visit,
                CleanRoomsML.GET_AUDIENCE_GENERATION_JOB,
                GetAudienceGenerationJobRequest.builder()
                        .audienceGenerationJobArn(arn)
                        .build());
        var exports = call(
                visit,
                CleanRoomsML.LIST_AUDIENCE_EXPORT_JOBS,
                ListAudienceExportJobsRequest.builder()
                        .audienceGenerationJobArn(arn)
                        .maxResults(MOST)
                        .build());
        return Answer.show("audiences/show.jte", new AudienceView(audience, exports.audienceExportJobs()));
    }

    private <I extends Struct, O extends Struct> O call(Visit visit, Operation<I, O> operation, I input) {
        return calls.call(operation, input, visit.context());
    }
}
