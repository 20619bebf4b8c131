package dev.entrepot.sesv2.exportjob;

import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.CreateExportJobRequest;
import dev.entrepot.sesv2.contract.ExportDataSource;
import java.time.Instant;
import java.util.HashSet;

/** What a request for an export must keep to beside the contract (SES dossier, sections 4.2 and 4.3). */
record ExportRules(ExportLimits limits) {
    /** @throws BadRequestException for what cannot be exported */
    ExportRequest check(CreateExportJobRequest input, Instant now) {
        ExportDataSource source = input.exportDataSource();
        if (source.metricsDataSource().isPresent()
                == source.messageInsightsDataSource().isPresent()) {
            throw new BadRequestException(
                    "ExportDataSource must contain exactly one of MetricsDataSource or MessageInsightsDataSource.");
        }
        var request = new ExportRequest(
                input.exportDestination().dataFormat(),
                source.metricsDataSource().map(ExportSources::query),
                source.messageInsightsDataSource().map(ExportSources::query));
        request.metrics().ifPresent(this::checkMetrics);
        request.insights().ifPresent(query -> checkInsights(query, now));
        return request;
    }

    private void checkMetrics(MetricsQuery query) {
        if (query.interval().fromMicros() >= query.interval().toMicros()) {
            throw new BadRequestException("StartDate must be before EndDate.");
        }
        limits.metricsInterval()
                .filter(longest -> query.interval().length().compareTo(longest) > 0)
                .ifPresent(longest -> {
                    throw new BadRequestException(
                            "StartDate and EndDate must be at most " + longest.toDays() + " days apart.");
                });
        boolean any = query.dimensions().stream()
                .anyMatch(dimension -> dimension.values().contains(MetricsQuery.ANY));
        boolean several = query.dimensions().stream()
                .anyMatch(dimension -> dimension.values().size() > 1);
        if (any && several) {
            throw new BadRequestException(
                    "If the value of a dimension is *, it and the other dimensions must have one value only.");
        }
        if (new HashSet<>(query.columns()).size() < query.columns().size()) {
            throw new BadRequestException("Metrics must not have the same Name and Aggregation twice.");
        }
    }

    private void checkInsights(InsightsQuery query, Instant now) {
        if (query.interval().fromMicros() > query.interval().toMicros()) {
            throw new BadRequestException("StartDate must not be after EndDate.");
        }
        limits.insightsAge()
                .filter(oldest -> query.interval().from().isBefore(now.minus(oldest)))
                .ifPresent(oldest -> {
                    throw new BadRequestException("StartDate must be within the last " + oldest.toDays() + " days.");
                });
    }
}
