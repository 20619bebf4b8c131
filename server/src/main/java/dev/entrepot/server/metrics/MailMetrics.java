package dev.entrepot.server.metrics;

import dev.entrepot.mailmanager.smtp.Deliveries;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import java.util.Map;

/** What came of messages that were to be archived, by the way they came. */
public final class MailMetrics {
    private MailMetrics() {}

    /**
     * Adds what it tells to the metrics.
     *
     * @param byProtocol such as {@code smtp}
     */
    public static void of(Map<String, Deliveries> byProtocol, Metrics metrics) {
        CounterWithCallback.builder()
                .name("entrepot_mail_deliveries_total")
                .help("Messages by archive: archived, refused for good, or to be tried again.")
                .labelNames("protocol", "outcome")
                .callback(counter -> byProtocol.forEach((protocol, deliveries) -> {
                    counter.call(deliveries.archived(), protocol, "archived");
                    counter.call(deliveries.refused(), protocol, "refused");
                    counter.call(deliveries.deferred(), protocol, "deferred");
                }))
                .register(metrics.registry());
    }
}
