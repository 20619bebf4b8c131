package dev.entrepot.console.audiences;

import dev.entrepot.cleanroomsml.contract.AudienceExportJobStatus;
import dev.entrepot.cleanroomsml.contract.AudienceExportJobSummary;
import dev.entrepot.cleanroomsml.contract.StatusDetails;
import dev.entrepot.console.buckets.BucketPages;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import java.util.List;
import java.util.Optional;

/** The exports of an audience. */
record ExportsView(String audience, List<AudienceExportJobSummary> exports) {
    boolean isActive() {
        return exports.stream()
                .map(AudienceExportJobSummary::status)
                .anyMatch(status -> status == AudienceExportJobStatus.CREATE_PENDING
                        || status == AudienceExportJobStatus.CREATE_IN_PROGRESS);
    }

    String live() {
        return Fields.link(Route.at("audiences", "exports"), "arn", audience);
    }

    /** The directory of its files. */
    static String folder(String location) {
        String[] both = location.substring("s3://".length()).split("/", 2);
        return BucketPages.address(both[0], both[1]);
    }

    static Optional<String> failure(AudienceExportJobSummary export) {
        return export.statusDetails().flatMap(StatusDetails::message);
    }
}
