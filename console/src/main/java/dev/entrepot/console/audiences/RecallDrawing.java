package dev.entrepot.console.audiences;

import dev.entrepot.cleanroomsml.contract.AudienceQualityMetrics;
import dev.entrepot.cleanroomsml.contract.AudienceSize;
import dev.entrepot.cleanroomsml.contract.AudienceSizeType;
import dev.entrepot.cleanroomsml.contract.RelevanceMetric;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Recall over size, which {@code audiences/recall.jte} draws. It is measured at the largest size alone: the share of the seed held out that
 * is found among so many users. By chance it would be as large as their share of all users (dossier, section 3.1).
 *
 * @param size the largest one, from 0 to 1 of all users
 * @param recall from 0 to 1
 */
record RecallDrawing(double size, double recall) {
    private static final Plot PLOT = new Plot(1, 0, 1);

    /** A line across or upwards, at a share. */
    record Line(String place, String share) {}

    /** Nothing without recall, or where the sizes are numbers: what share of all users they are is not told. */
    static Optional<RecallDrawing> of(AudienceQualityMetrics metrics) {
        return metrics.relevanceMetrics().stream()
                .map(RelevanceMetric::audienceSize)
                .max(Comparator.comparing(AudienceSize::value))
                .filter(size -> size.type() == AudienceSizeType.PERCENTAGE)
                .flatMap(size -> metrics.recallMetric().map(recall -> new RecallDrawing(size.value() / 100.0, recall)));
    }

    String x() {
        return PLOT.x(size);
    }

    String y() {
        return PLOT.y(recall);
    }

    /** On the line of chance. */
    String chance() {
        return PLOT.y(size);
    }

    /** Beside the point, where there is room for it. */
    boolean labelIsLeft() {
        return size > 0.6;
    }

    String found() {
        return words(recall);
    }

    String of() {
        return words(size);
    }

    List<Line> across() {
        return lines().mapToObj(share -> new Line(PLOT.y(share), words(share))).toList();
    }

    List<Line> upwards() {
        return lines().mapToObj(share -> new Line(PLOT.x(share), words(share))).toList();
    }

    private static DoubleStream lines() {
        return DoubleStream.of(0, 0.25, 0.5, 0.75, 1);
    }

    static String words(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
