package dev.entrepot.console.exportjobs;

import dev.entrepot.console.web.Days;
import dev.entrepot.console.web.Fields;
import dev.entrepot.sesv2.contract.DeliveryEventType;
import dev.entrepot.sesv2.contract.EngagementEventType;
import dev.entrepot.sesv2.contract.ExportDataSource;
import dev.entrepot.sesv2.contract.ExportMetric;
import dev.entrepot.sesv2.contract.MessageInsightsDataSource;
import dev.entrepot.sesv2.contract.MessageInsightsFilters;
import dev.entrepot.sesv2.contract.Metric;
import dev.entrepot.sesv2.contract.MetricAggregation;
import dev.entrepot.sesv2.contract.MetricDimensionName;
import dev.entrepot.sesv2.contract.MetricNamespace;
import dev.entrepot.sesv2.contract.MetricsDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an export is to be of, as its form says. */
final class WantedExports {
    private WantedExports() {}

    /** A box is called as the metric and how it is aggregated: {@code SEND.RATE}. */
    static ExportDataSource metrics(Fields form) {
        Map<String, List<String>> dimensions = new LinkedHashMap<>();
        for (MetricDimensionName dimension : MetricDimensionName.values()) {
            List<String> values = form.list(dimension.value());
            if (!values.isEmpty()) {
                dimensions.put(dimension.value(), values);
            }
        }
        List<ExportMetric> metrics = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            for (MetricAggregation aggregation : MetricAggregation.values()) {
                if (form.has(metric.value() + "." + aggregation.value())) {
                    metrics.add(ExportMetric.builder()
                            .name(metric)
                            .aggregation(aggregation)
                            .build());
                }
            }
        }
        var days = Days.of(form);
        return ExportDataSource.builder()
                .metricsDataSource(MetricsDataSource.builder()
                        .namespace(MetricNamespace.VDM)
                        .dimensions(dimensions)
                        .metrics(metrics)
                        .startDate(days.from())
                        .endDate(Days.lastMoment(days.last()))
                        .build())
                .build();
    }

    static ExportDataSource messages(Fields form) {
        var days = Days.of(form);
        return ExportDataSource.builder()
                .messageInsightsDataSource(MessageInsightsDataSource.builder()
                        .startDate(days.from())
                        .endDate(Days.lastMoment(days.last()))
                        .include(filters(form, "include."))
                        .exclude(filters(form, "exclude."))
                        .maxResults(form.number("most"))
                        .build())
                .build();
    }

    /** @param prefix of the fields' names */
    private static Optional<MessageInsightsFilters> filters(Fields form, String prefix) {
        var filters = MessageInsightsFilters.builder()
                .fromEmailAddress(several(form, prefix + "from"))
                .destination(several(form, prefix + "to"))
                .subject(form.find(prefix + "subject").map(List::of))
                .isp(several(form, prefix + "isp"))
                .lastDeliveryEvent(
                        form.choice(prefix + "delivery", DeliveryEventType::of).map(List::of))
                .lastEngagementEvent(form.choice(prefix + "engagement", EngagementEventType::of)
                        .map(List::of))
                .build();
        boolean none = filters.equals(MessageInsightsFilters.builder().build());
        return none ? Optional.empty() : Optional.of(filters);
    }

    private static Optional<List<String>> several(Fields form, String name) {
        return Optional.of(form.list(name)).filter(values -> !values.isEmpty());
    }
}
