package dev.entrepot.sesv2.exportjob;

import dev.entrepot.sesv2.contract.Metric;
import dev.entrepot.sesv2.event.EmailInsights;
import dev.entrepot.sesv2.event.EventType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;

/**
 * How many messages each metric counts, and the rates of them (SES dossier, section 4.2; docs/ses-exports.md has the formulas). However
 * often a message was opened, it counts once.
 */
final class MetricCounts {
    private static final int RATE_DIGITS = 6;

    private final long[] volumes = new long[Metric.values().length];

    /** Whether metrics are about it at all: mail to one recipient, who is no test. */
    static boolean counts(EmailInsights insights) {
        return insights.mail().recipients() <= 1 && !insights.toMailboxSimulator();
    }

    void add(EmailInsights insights) {
        metrics(insights).forEach(metric -> volumes[metric.ordinal()]++);
    }

    private static Set<Metric> metrics(EmailInsights insights) {
        Set<EventType> types = insights.types();
        var metrics = EnumSet.of(Metric.SEND);
        boolean opened = types.contains(EventType.OPEN);
        boolean clicked = types.contains(EventType.CLICK);
        boolean complained = types.contains(EventType.COMPLAINT) && !insights.suppressed();
        add(metrics, Metric.PERMANENT_BOUNCE, types.contains(EventType.PERMANENT_BOUNCE) && !insights.suppressed());
        add(metrics, Metric.TRANSIENT_BOUNCE, types.contains(EventType.TRANSIENT_BOUNCE) && !insights.suppressed());
        add(metrics, Metric.OPEN, opened);
        add(metrics, Metric.CLICK, clicked);
        add(metrics, Metric.COMPLAINT, complained);
        if (types.contains(EventType.DELIVERY) || opened || clicked || complained) {
            boolean tracked = !insights.mail().configurationSet().isEmpty();
            metrics.add(Metric.DELIVERY);
            add(metrics, Metric.DELIVERY_OPEN, tracked || opened);
            add(metrics, Metric.DELIVERY_CLICK, tracked || clicked);
            add(metrics, Metric.DELIVERY_COMPLAINT, insights.isp().feedbackLoop() || complained);
        }
        return metrics;
    }

    private static void add(Set<Metric> metrics, Metric metric, boolean happened) {
        if (happened) {
            metrics.add(metric);
        }
    }

    long volume(Metric metric) {
        return volumes[metric.ordinal()];
    }

    Cell cell(MetricsQuery.Column column) {
        return switch (column.aggregation()) {
            case VOLUME -> Cell.of(BigDecimal.valueOf(volume(column.metric())));
            case RATE -> rate(volume(column.metric()), volume(denominator(column.metric())));
        };
    }

    private static Metric denominator(Metric metric) {
        return switch (metric) {
            case OPEN -> Metric.DELIVERY_OPEN;
            case CLICK -> Metric.DELIVERY_CLICK;
            case COMPLAINT -> Metric.DELIVERY_COMPLAINT;
            default -> Metric.SEND;
        };
    }

    private static Cell rate(long part, long whole) {
        if (whole == 0) {
            return Cell.none();
        }
        BigDecimal rate = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATE_DIGITS, RoundingMode.HALF_UP);
        return Cell.of(rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros());
    }
}
