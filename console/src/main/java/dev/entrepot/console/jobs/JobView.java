package dev.entrepot.console.jobs;

import dev.entrepot.console.buckets.Preview;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.storage.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One job with all that is known of it.
 *
 * @param asked what it was asked for, by parameter
 * @param rejected the beginning of the file with the records it rejected
 */
record JobView(JobLine line, Map<String, String> asked, List<JobFile> files, Optional<Preview> rejected) {
    /** The page that shows what came of it, where there is one. */
    Optional<String> found() {
        return switch (line.job().kind()) {
            case "mailmanager-search" -> Optional.of(Route.at("searches", line.id()));
            case "cleanroomsml-generation" ->
                Optional.of(Fields.link(Route.at("audiences", "audience"), "arn", audience()));
            default -> Optional.empty();
        };
    }

    private String audience() {
        Owner owner = line.job().owner();
        return "arn:%s:cleanrooms-ml:%s:%s:audience-generation-job/%s"
                .formatted(owner.partition(), owner.region(), owner.account(), line.id());
    }

    String live() {
        return line.address() + "/live";
    }
}
