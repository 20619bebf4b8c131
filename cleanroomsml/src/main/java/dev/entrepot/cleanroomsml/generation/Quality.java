package dev.entrepot.cleanroomsml.generation;

import dev.entrepot.cleanroomsml.contract.AudienceQualityMetrics;
import dev.entrepot.cleanroomsml.contract.AudienceSize;
import dev.entrepot.cleanroomsml.contract.RelevanceMetric;
import dev.entrepot.cleanroomsml.lookalike.Metrics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How good a ranking is, as answers have it (dossier, section 3). */
final class Quality {
    private static final int DIGITS = 4;

    private Quality() {}

    /** @param sizes in the order in which relevance was asked for */
    static AudienceQualityMetrics of(Metrics metrics, List<AudienceSize> sizes) {
        List<RelevanceMetric> relevance = IntStream.range(0, sizes.size())
                .mapToObj(i -> new RelevanceMetric(
                        sizes.get(i), rounded(metrics.relevance().get(i).score())))
                .toList();
        return new AudienceQualityMetrics(relevance, rounded(metrics.recall()));
    }

    private static Optional<Double> rounded(OptionalDouble value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(value.getAsDouble())
                        .setScale(DIGITS, RoundingMode.HALF_EVEN)
                        .doubleValue());
    }
}
