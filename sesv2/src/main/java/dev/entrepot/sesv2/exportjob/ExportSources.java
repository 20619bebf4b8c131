package dev.entrepot.sesv2.exportjob;

import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.DeliveryEventType;
import dev.entrepot.sesv2.contract.EngagementEventType;
import dev.entrepot.sesv2.contract.ExportDataSource;
import dev.entrepot.sesv2.contract.ExportMetric;
import dev.entrepot.sesv2.contract.MessageInsightsDataSource;
import dev.entrepot.sesv2.contract.MessageInsightsFilters;
import dev.entrepot.sesv2.contract.MetricDimensionName;
import dev.entrepot.sesv2.contract.MetricNamespace;
import dev.entrepot.sesv2.contract.MetricsDataSource;
import dev.entrepot.sesv2.exportjob.InsightsQuery.Filters;
import dev.entrepot.wire.schema.EnumValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The source of an export between the API's shapes and our own. */
final class ExportSources {
    private ExportSources() {}

    static MetricsQuery query(MetricsDataSource source) {
        return new MetricsQuery(
                Interval.of(source.startDate(), source.endDate()),
                source.dimensions().entrySet().stream()
                        .map(each -> new MetricsQuery.Dimension(MetricDimensionName.of(each.getKey()), each.getValue()))
                        .toList(),
                source.metrics().stream().map(ExportSources::column).toList());
    }

    private static MetricsQuery.Column column(ExportMetric metric) {
        return new MetricsQuery.Column(
                metric.name().orElseThrow(() -> new BadRequestException("Each of Metrics must have a Name.")),
                metric.aggregation()
                        .orElseThrow(() -> new BadRequestException("Each of Metrics must have an Aggregation.")));
    }

    static InsightsQuery query(MessageInsightsDataSource source) {
        return new InsightsQuery(
                Interval.of(source.startDate(), source.endDate()),
                source.include().map(ExportSources::filters),
                source.exclude().map(ExportSources::filters),
                source.maxResults());
    }

    private static Filters filters(MessageInsightsFilters filters) {
        return new Filters(
                filters.fromEmailAddress().orElse(List.of()),
                filters.destination().orElse(List.of()),
                filters.subject().orElse(List.of()),
                filters.isp().orElse(List.of()),
                texts(filters.lastDeliveryEvent()),
                texts(filters.lastEngagementEvent()));
    }

    private static List<String> texts(Optional<? extends List<? extends EnumValue>> values) {
        return values.<List<String>>map(
                        all -> all.stream().map(EnumValue::value).toList())
                .orElse(List.of());
    }

    static ExportDataSource source(ExportRequest request) {
        ExportDataSource.Builder source = ExportDataSource.builder();
        request.metrics().ifPresent(query -> source.metricsDataSource(metrics(query)));
        request.insights().ifPresent(query -> source.messageInsightsDataSource(insights(query)));
        return source.build();
    }

    private static MetricsDataSource metrics(MetricsQuery query) {
        Map<String, List<String>> dimensions = new LinkedHashMap<>();
        query.dimensions().forEach(each -> dimensions.put(each.name().value(), each.values()));
        return new MetricsDataSource(
                dimensions,
                MetricNamespace.VDM,
                query.columns().stream()
                        .map(column ->
                                new ExportMetric(Optional.of(column.metric()), Optional.of(column.aggregation())))
                        .toList(),
                query.interval().from(),
                query.interval().to());
    }

    private static MessageInsightsDataSource insights(InsightsQuery query) {
        return new MessageInsightsDataSource(
                query.interval().from(),
                query.interval().to(),
                query.include().map(ExportSources::filters),
                query.exclude().map(ExportSources::filters),
                query.maxResults());
    }

    private static MessageInsightsFilters filters(Filters filters) {
        return new MessageInsightsFilters(
                given(filters.from(), Function.identity()),
                given(filters.destination(), Function.identity()),
                given(filters.subject(), Function.identity()),
                given(filters.isp(), Function.identity()),
                given(filters.lastDelivery(), DeliveryEventType::of),
                given(filters.lastEngagement(), EngagementEventType::of));
    }

    private static <T> Optional<List<T>> given(List<String> texts, Function<String, T> value) {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.stream().map(value).toList());
    }
}
