package dev.entrepot.console.audiences;

import dev.entrepot.cleanroomsml.contract.AudienceGenerationJobDataSource;
import dev.entrepot.cleanroomsml.contract.AudienceGenerationJobStatus;
import dev.entrepot.cleanroomsml.contract.AudienceQualityMetrics;
import dev.entrepot.cleanroomsml.contract.AudienceSize;
import dev.entrepot.cleanroomsml.contract.AudienceSizeType;
import dev.entrepot.cleanroomsml.contract.GetAudienceGenerationJobResponse;
import dev.entrepot.cleanroomsml.contract.RelevanceMetric;
import dev.entrepot.cleanroomsml.contract.S3ConfigMap;
import dev.entrepot.console.web.Figures;
import dev.entrepot.console.web.Route;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One audience: its quality over its size, and its exports. */
record AudienceView(GetAudienceGenerationJobResponse audience, ExportsView exports) {
    static String choice(AudienceSize size) {
        return size.type().value() + " " + size.value();
    }

    boolean canBeExported() {
        return audience.status() == AudienceGenerationJobStatus.ACTIVE
                && !relevance().isEmpty();
    }

    List<RelevanceMetric> relevance() {
        return audience.metrics().map(AudienceQualityMetrics::relevanceMetrics).orElse(List.of());
    }

    Optional<String> recall() {
        return audience.metrics().flatMap(AudienceQualityMetrics::recallMetric).map(RecallDrawing::words);
    }

    /** The job that makes it bears its id. */
    String job() {
        return Route.at("jobs", AudienceListView.id(audience.audienceGenerationJobArn()));
    }

    Optional<RecallDrawing> recallDrawing() {
        return audience.metrics().flatMap(RecallDrawing::of);
    }

    /** Whether the ranking was so much better than chance that sizes have scores. */
    boolean hasScores() {
        return relevance().stream().anyMatch(metric -> metric.score().isPresent());
    }

    /** Where the seed lies, which only the account that brought it is told. */
    Optional<String> seed() {
        return audience.seedAudience()
                .flatMap(AudienceGenerationJobDataSource::dataSource)
                .map(S3ConfigMap::s3Uri);
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
