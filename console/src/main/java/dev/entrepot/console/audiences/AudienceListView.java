package dev.entrepot.console.audiences;

import dev.entrepot.cleanroomsml.contract.AudienceGenerationJobSummary;
import dev.entrepot.cleanroomsml.contract.AudienceModelSummary;
import dev.entrepot.cleanroomsml.contract.ConfiguredAudienceModelSummary;
import dev.entrepot.cleanroomsml.contract.TrainingDatasetSummary;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import java.util.List;
import java.util.Locale;

/** All that there is of Clean Rooms ML, the first page of each. */
record AudienceListView(
        List<AudienceGenerationJobSummary> audiences,
        List<ConfiguredAudienceModelSummary> configured,
        List<AudienceModelSummary> models,
        List<TrainingDatasetSummary> datasets) {
    static String address(AudienceGenerationJobSummary audience) {
        return Fields.link(Route.at("audiences", "audience"), "arn", audience.audienceGenerationJobArn());
    }

    /** {@code CREATE_IN_PROGRESS} is {@code create in progress}. */
    static String words(String status) {
        return status.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What a resource is called in its ARN. */
    static String id(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
