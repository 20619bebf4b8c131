package dev.entrepot.sesv2.exportjob;

import dev.entrepot.jobs.JobFailed;
import dev.entrepot.sesv2.event.EmailInsights;
import dev.entrepot.sesv2.exportjob.MetricsQuery.Dimension;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts, a row for each combination of the dimensions' values that occurs; rows are in the order of the values. */
final class MetricsTable {
    /** Bounds the memory; AWS has no account with so many identities. */
    private static final int MOST_ROWS = 100_000;

    private static final Comparator<List<String>> BY_VALUES = (one, other) -> {
        int first = 0;
        while (first < one.size() - 1 && one.get(first).equals(other.get(first))) {
            first++;
        }
        return one.get(first).compareTo(other.get(first));
    };

    private final MetricsQuery query;
    private final TreeMap<List<String>, MetricCounts> rows = new TreeMap<>(BY_VALUES);

    MetricsTable(MetricsQuery query) {
        this.query = query;
    }

    /** Counts a message if it is one of those asked for; returns whether it is. */
    boolean add(EmailInsights insights) {
        List<String> values = query.dimensions().stream()
                .map(dimension -> value(dimension, insights))
                .toList();
        for (int i = 0; i < values.size(); i++) {
            if (!query.dimensions().get(i).includes(values.get(i))) {
                return false;
            }
        }
        if (!MetricCounts.counts(insights)) {
            return false;
        }
        rows.computeIfAbsent(values, each -> new MetricCounts()).add(insights);
        if (rows.size() > MOST_ROWS) {
            throw new JobFailed(ExportJob.FAILURE, "The export would have more than " + MOST_ROWS + " rows.");
        }
        return true;
    }

    private static String value(Dimension dimension, EmailInsights insights) {
        return switch (dimension.name()) {
            case EMAIL_IDENTITY -> insights.mail().identity();
            case CONFIGURATION_SET -> insights.mail().configurationSet();
            case ISP -> insights.isp().name();
        };
    }

    List<String> titles() {
        return Stream.concat(
                        query.dimensions().stream()
                                .map(dimension -> dimension.name().value()),
                        query.columns().stream().map(MetricsQuery.Column::title))
                .toList();
    }

    Iterator<List<Cell>> rows() {
        return Collections.unmodifiableMap(rows).entrySet().stream()
                .map(row -> Stream.concat(
                                row.getKey().stream().map(Cell::of),
                                query.columns().stream().map(row.getValue()::cell))
                        .toList())
                .iterator();
    }
}
