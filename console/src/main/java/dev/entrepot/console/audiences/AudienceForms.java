package dev.entrepot.console.audiences;

import dev.entrepot.cleanroomsml.contract.AudienceDestination;
import dev.entrepot.cleanroomsml.contract.AudienceGenerationJobDataSource;
import dev.entrepot.cleanroomsml.contract.AudienceSize;
import dev.entrepot.cleanroomsml.contract.AudienceSizeConfig;
import dev.entrepot.cleanroomsml.contract.AudienceSizeType;
import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.ConfiguredAudienceModelOutputConfig;
import dev.entrepot.cleanroomsml.contract.CreateAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.CreateConfiguredAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.S3ConfigMap;
import dev.entrepot.cleanroomsml.contract.SharedAudienceMetrics;
import dev.entrepot.cleanroomsml.contract.StartAudienceExportJobRequest;
import dev.entrepot.cleanroomsml.contract.StartAudienceGenerationJobRequest;
import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.BadForm;
import dev.entrepot.console.web.Days;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.wire.service.LocalCalls;
import java.util.List;
import java.util.Optional;

/** The steps from a training dataset to an audience in a bucket, each a form. */
final class AudienceForms {
    private final LocalCalls calls;

    AudienceForms(LocalCalls calls) {
        this.calls = calls;
    }

    List<Route> routes() {
        return List.of(
                Route.post("audiences/models", this::train),
                Route.post("audiences/configured-models", this::configure),
                Route.post("audiences", this::generate),
                Route.post("audiences/exports", this::export));
    }

    private Answer train(Visit visit) {
        Fields form = visit.form();
        var request = CreateAudienceModelRequest.builder()
                .name(form.get("name"))
                .description(form.find("description"))
                .trainingDatasetArn(form.get("dataset"))
                .trainingDataStartTime(form.findDay("from").map(Days::start))
                .trainingDataEndTime(form.findDay("to").map(day -> Days.start(day.plusDays(1))))
                .kmsKeyArn(form.find("key"))
                .build();
        return job(calls.call(CleanRoomsML.CREATE_AUDIENCE_MODEL, request, visit.context())
                .audienceModelArn());
    }

    private Answer configure(Visit visit) {
        Fields form = visit.form();
        var output = ConfiguredAudienceModelOutputConfig.builder()
                .destination(AudienceDestination.builder()
                        .s3Destination(at(form.get("destination")))
                        .build())
                .roleArn(form.get("role"))
                .build();
        var request = CreateConfiguredAudienceModelRequest.builder()
                .name(form.get("name"))
                .description(form.find("description"))
                .audienceModelArn(form.get("model"))
                .outputConfig(output)
                .sharedAudienceMetrics(List.of(form.chosen("metrics", SharedAudienceMetrics::of)))
                .minMatchingSeedSize(form.number("seeds"))
                .audienceSizeConfig(sizes(form))
                .build();
        calls.call(CleanRoomsML.CREATE_CONFIGURED_AUDIENCE_MODEL, request, visit.context());
        return new Answer.SeeOther(Route.at("audiences"));
    }

    /** Without sizes there are the usual ones. */
    private static Optional<AudienceSizeConfig> sizes(Fields form) {
        return Optional.of(form.numbers("sizes"))
                .filter(sizes -> !sizes.isEmpty())
                .map(sizes -> AudienceSizeConfig.builder()
                        .audienceSizeType(form.chosen("type", AudienceSizeType::of))
                        .audienceSizeBins(sizes)
                        .build());
    }

    private Answer generate(Visit visit) {
        Fields form = visit.form();
        var seed = AudienceGenerationJobDataSource.builder()
                .dataSource(at(form.get("seed")))
                .roleArn(form.get("role"))
                .build();
        var request = StartAudienceGenerationJobRequest.builder()
                .name(form.get("name"))
                .description(form.find("description"))
                .configuredAudienceModelArn(form.get("configured"))
                .seedAudience(seed)
                .includeSeedInOutput(form.has("include"))
                .build();
        return job(calls.call(CleanRoomsML.START_AUDIENCE_GENERATION_JOB, request, visit.context())
                .audienceGenerationJobArn());
    }

    private Answer export(Visit visit) {
        Fields form = visit.form();
        String audience = form.get("audience");
        var request = StartAudienceExportJobRequest.builder()
                .name(form.get("name"))
                .description(form.find("description"))
                .audienceGenerationJobArn(audience)
                .audienceSize(size(form.get("size")))
                .build();
        calls.call(CleanRoomsML.START_AUDIENCE_EXPORT_JOB, request, visit.context());
        return new Answer.SeeOther(AudienceListView.address(audience));
    }

    /** @param choice as {@link AudienceView#choice} writes it */
    private static AudienceSize size(String choice) {
        String[] both = choice.split(" ", 2);
        try {
            return AudienceSize.builder()
                    .type(AudienceSizeType.of(both[0]))
                    .value(Integer.parseInt(both[both.length - 1]))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new BadForm("There is no size '" + choice + "'.");
        }
    }

    private static S3ConfigMap at(String uri) {
        return S3ConfigMap.builder().s3Uri(uri.strip()).build();
    }

    /** A resource and the job that makes it have one id. */
    private static Answer job(String arn) {
        return new Answer.SeeOther(Route.at("jobs", AudienceListView.id(arn)));
    }
}
