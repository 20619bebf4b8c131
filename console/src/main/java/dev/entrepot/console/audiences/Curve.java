package dev.entrepot.console.audiences;

import dev.entrepot.cleanroomsml.contract.RelevanceMetric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Relevance over size as a drawing of {@link #WIDTH} by {@link #HEIGHT}, which {@code audiences/curve.jte} draws.
 *
 * @param points by size; sizes without a score are left out
 * @param top the score at the upper edge
 */
record Curve(List<Point> points, double top) {
    static final int WIDTH = 640;
    static final int HEIGHT = 260;

    private static final int LEFT = 44;
    private static final int RIGHT = 24;
    private static final int UPPER = 16;
    private static final int LOWER = 34;
    private static final int LINES = 4;

    /** @param label the size in words */
    record Point(String x, String y, String label, String score) {}

    /** A line across, at a score. */
    record Line(String y, String score) {}

    static Curve of(List<RelevanceMetric> metrics) {
        List<RelevanceMetric> known = metrics.stream()
                .filter(metric -> metric.score().isPresent())
                .sorted(Comparator.comparing(metric -> metric.audienceSize().value()))
                .toList();
        double most = known.stream()
                .mapToDouble(metric -> metric.score().orElse(0.0))
                .max()
                .orElse(1);
        double top = Math.max(1, Math.ceil(most));
        double largest = known.isEmpty() ? 1 : known.getLast().audienceSize().value();
        List<Point> points = known.stream()
                .map(metric -> new Point(
                        coordinate(LEFT
                                + (WIDTH - LEFT - RIGHT) * metric.audienceSize().value() / largest),
                        coordinate(y(metric.score().orElse(0.0), top)),
                        AudienceView.size(metric.audienceSize()),
                        AudienceView.score(metric)))
                .toList();
        return new Curve(points, top);
    }

    private static double y(double score, double top) {
        return UPPER + (HEIGHT - UPPER - LOWER) * (1 - score / top);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (int i = 0; i <= LINES; i++) {
            double score = top * i / LINES;
            lines.add(new Line(coordinate(y(score, top)), String.format(Locale.ROOT, "%.2f", score)));
        }
        return lines;
    }

    String path() {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }
}
