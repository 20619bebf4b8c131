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
import dev.entrepot.storage.Owner;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.service.LocalCalls;
import java.util.List;
import java.util.stream.Stream;

/** What there is of Clean Rooms ML, and the page of each audience. */
public final class AudiencePages {
    private static final int MOST = 100;

    private final LocalCalls calls;

    public AudiencePages(LocalCalls calls) {
        this.calls = calls;
    }

    public List<Route> routes() {
        var own = List.of(
                Route.get("audiences", this::list),
                Route.get("audiences/audience", this::show),
                Route.get("audiences/exports", visit -> Answer.show("audiences/exports.jte", exports(visit))));
        return Stream.of(own, new AudienceForms(calls).routes())
                .flatMap(List::stream)
                .toList();
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
                                .trainingDatasets(),
                        role(visit.owner())));
    }

    private Answer show(Visit visit) {
        String arn = visit.query().get("arn");
        var audience = call(
                visit,
                CleanRoomsML.GET_AUDIENCE_GENERATION_JOB,
                GetAudienceGenerationJobRequest.builder()
                        .audienceGenerationJobArn(arn)
                        .build());
        return Answer.show("audiences/show.jte", new AudienceView(audience, exports(visit)));
    }

    private ExportsView exports(Visit visit) {
        String arn = visit.query().get("arn");
        var listed = call(
                visit,
                CleanRoomsML.LIST_AUDIENCE_EXPORT_JOBS,
                ListAudienceExportJobsRequest.builder()
                        .audienceGenerationJobArn(arn)
                        .maxResults(MOST)
                        .build());
        return new ExportsView(arn, listed.audienceExportJobs());
    }

    /** It must be there and of this account, but nobody takes it on. */
    private static String role(Owner owner) {
        return "arn:" + owner.partition() + ":iam::" + owner.account() + ":role/audiences";
    }

    private <I extends Struct, O extends Struct> O call(Visit visit, Operation<I, O> operation, I input) {
        return calls.call(operation, input, visit.context());
    }
}
