package dev.entrepot.console.audiences;

import dev.entrepot.cleanroomsml.contract.RelevanceMetric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Relevance over size, which {@code audiences/curve.jte} draws: from -1, where too few are like the seed for an audience of that size, over
 * 0, where it has just as many as there are, to 1 (dossier, section 3.2).
 *
 * @param points by size; sizes without a score are left out
 */
record Curve(List<Point> points, List<Line> lines) {
    /** How far apart the middles of two sizes must be for both to be legible, and more for each character. */
    private static final double APART = 12;

    private static final double CHARACTER = 8;

    /**
     * @param size in words
     * @param label the same, or nothing where there is no room for it
     */
    record Point(String x, String y, String size, String score, String label) {}

    /** A line across, at a score. */
    record Line(String y, String score, boolean zero) {}

    static Curve of(List<RelevanceMetric> metrics) {
        List<RelevanceMetric> known = metrics.stream()
                .filter(metric -> metric.score().isPresent())
                .sorted(Comparator.comparing(metric -> metric.audienceSize().value()))
                .toList();
        var plot = new Plot(known.isEmpty() ? 1 : known.getLast().audienceSize().value(), -1, 1);
        return new Curve(points(known, plot), lines(plot));
    }

    /** The largest size has its label in any case, the others where they leave it room. */
    private static List<Point> points(List<RelevanceMetric> known, Plot plot) {
        var points = new ArrayList<Point>();
        double free = Double.MAX_VALUE;
        for (RelevanceMetric metric : known.reversed()) {
            String size = AudienceView.size(metric.audienceSize());
            String x = plot.x(metric.audienceSize().value());
            double half = (APART + CHARACTER * size.length()) / 2;
            boolean fits = Double.parseDouble(x) + half <= free;
            free = fits ? Double.parseDouble(x) - half : free;
            points.addFirst(new Point(
                    x, plot.y(metric.score().orElseThrow()), size, AudienceView.score(metric), fits ? size : ""));
        }
        return List.copyOf(points);
    }

    private static List<Line> lines(Plot plot) {
        return DoubleStream.of(-1, -0.5, 0, 0.5, 1)
                .mapToObj(score -> new Line(plot.y(score), String.format(Locale.ROOT, "%.1f", score), score == 0))
                .toList();
    }

    String path() {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }
}
