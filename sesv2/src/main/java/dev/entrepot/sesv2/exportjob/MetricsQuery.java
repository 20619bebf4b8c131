package dev.entrepot.sesv2.exportjob;

import dev.entrepot.sesv2.contract.Metric;
import dev.entrepot.sesv2.contract.MetricAggregation;
import dev.entrepot.sesv2.contract.MetricDimensionName;
import java.util.List;

/** Which metrics are wanted, and of what. */
record MetricsQuery(Interval interval, List<Dimension> dimensions, List<Column> columns) {
    static final String ANY = "*";

    /** @param values any of these; the one value {@code *} is for all */
    record Dimension(MetricDimensionName name, List<String> values) {
        boolean includes(String value) {
            return !value.isEmpty() && (values.contains(value) || values.contains(ANY));
        }
    }

    record Column(Metric metric, MetricAggregation aggregation) {
        String title() {
            return metric.value() + "_" + aggregation.value();
        }
    }
}
