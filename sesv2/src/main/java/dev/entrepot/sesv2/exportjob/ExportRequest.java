package dev.entrepot.sesv2.exportjob;

import dev.entrepot.sesv2.contract.DataFormat;
import dev.entrepot.sesv2.contract.ExportSourceType;
import java.util.Optional;

/** What an export was asked for: one of the two queries. */
record ExportRequest(DataFormat format, Optional<MetricsQuery> metrics, Optional<InsightsQuery> insights) {
    ExportSourceType sourceType() {
        return metrics.isPresent() ? ExportSourceType.METRICS_DATA : ExportSourceType.MESSAGE_INSIGHTS;
    }
}
