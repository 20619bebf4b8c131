package dev.entrepot.console.audiences;

import dev.entrepot.cleanroomsml.contract.AudienceExportJobSummary;
import dev.entrepot.cleanroomsml.contract.AudienceQualityMetrics;
import dev.entrepot.cleanroomsml.contract.AudienceSize;
import dev.entrepot.cleanroomsml.contract.AudienceSizeType;
import dev.entrepot.cleanroomsml.contract.GetAudienceGenerationJobResponse;
import dev.entrepot.cleanroomsml.contract.RelevanceMetric;
import dev.entrepot.console.web.Figures;
import dev.entrepot.console.web.Route;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One audience: its quality over its size, and its exports. */
record AudienceView(GetAudienceGenerationJobResponse audience, List<AudienceExportJobSummary> exports) {
    List<RelevanceMetric> relevance() {
        return audience.metrics().map(AudienceQualityMetrics::relevanceMetrics).orElse(List.of());
    }

    Optional<String> recall() {
        return audience.metrics()
                .flatMap(AudienceQualityMetrics::recallMetric)
                .map(recall -> String.format(Locale.ROOT, "%.1f %%", recall * 100));
    }

    /** The job that makes it bears its id. */
    String job() {
        return Route.at("jobs", AudienceListView.id(audience.audienceGenerationJobArn()));
    }

    Curve curve() {
        return Curve.of(relevance());
    }

    static String size(AudienceSize size) {
        return size.type() == AudienceSizeType.PERCENTAGE ? size.value() + " %" : Figures.number(size.value());
    }

    static String score(RelevanceMetric metric) {
        return metric.score()
                .map(score -> String.format(Locale.ROOT, "%.2f", score))
                .orElse("–");
    }
}
