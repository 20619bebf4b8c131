package dev.entrepot.console.exportjobs;

import dev.entrepot.console.jobs.JobTable;
import dev.entrepot.sesv2.contract.DeliveryEventType;
import dev.entrepot.sesv2.contract.EngagementEventType;
import dev.entrepot.sesv2.contract.Metric;
import dev.entrepot.wire.schema.EnumValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The forms and the latest exports.
 *
 * @param today in UTC, where the forms begin
 */
record ExportJobsView(LocalDate today, JobTable jobs) {
    /** The days that a form offers at first. */
    private static final int DAYS = 29;

    LocalDate from() {
        return today.minusDays(DAYS);
    }

    static List<Metric> metrics() {
        return List.of(Metric.values());
    }

    static List<DeliveryEventType> deliveries() {
        return List.of(DeliveryEventType.values());
    }

    static List<EngagementEventType> engagements() {
        return List.of(EngagementEventType.values());
    }

    /** {@code PERMANENT_BOUNCE} is {@code permanent bounce}. */
    static String words(EnumValue constant) {
        return constant.value().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
