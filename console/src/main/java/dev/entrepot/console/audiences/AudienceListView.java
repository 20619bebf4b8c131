package dev.entrepot.console.audiences;

import dev.entrepot.cleanroomsml.contract.AudienceGenerationJobSummary;
import dev.entrepot.cleanroomsml.contract.AudienceModelStatus;
import dev.entrepot.cleanroomsml.contract.AudienceModelSummary;
import dev.entrepot.cleanroomsml.contract.ConfiguredAudienceModelSummary;
import dev.entrepot.cleanroomsml.contract.TrainingDatasetSummary;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.wire.schema.EnumValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * All that there is of Clean Rooms ML, the first page of each.
 *
 * @param role that forms offer at first
 */
record AudienceListView(
        List<AudienceGenerationJobSummary> audiences,
        List<ConfiguredAudienceModelSummary> configured,
        List<AudienceModelSummary> models,
        List<TrainingDatasetSummary> datasets,
        String role) {
    static String address(AudienceGenerationJobSummary audience) {
        return address(audience.audienceGenerationJobArn());
    }

    static String address(String audience) {
        return Fields.link(Route.at("audiences", "audience"), "arn", audience);
    }

    /** The job that trains it bears its id. */
    static String job(AudienceModelSummary model) {
        return Route.at("jobs", id(model.audienceModelArn()));
    }

    /** Those that can be configured. */
    List<AudienceModelSummary> trained() {
        return models.stream()
                .filter(model -> model.status() == AudienceModelStatus.ACTIVE)
                .toList();
    }

    /** The class of a status, as jobs have them. */
    static String state(EnumValue status) {
        return switch (status.value()) {
            case "ACTIVE" -> "succeeded";
            case "CREATE_FAILED", "DELETE_FAILED" -> "failed";
            case "CREATE_IN_PROGRESS", "DELETE_IN_PROGRESS" -> "running";
            default -> "queued";
        };
    }

    /** {@code CREATE_IN_PROGRESS} is {@code create in progress}. */
    static String words(EnumValue status) {
        return status.value().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Of what was made for others; its id when it is not listed here, or is another account's. */
    String name(String arn) {
        return Stream.of(
                        configured.stream()
                                .filter(each -> arn.equals(each.configuredAudienceModelArn()))
                                .map(each -> each.name()),
                        models.stream()
                                .filter(each -> arn.equals(each.audienceModelArn()))
                                .map(each -> each.name()),
                        datasets.stream()
                                .filter(each -> arn.equals(each.trainingDatasetArn()))
                                .map(each -> each.name()))
                .flatMap(names -> names)
                .findFirst()
                .orElse(id(arn));
    }

    /** What a resource is called in its ARN. */
    static String id(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
