package dev.entrepot.sesv2.exportjob;

import dev.entrepot.sesv2.event.EmailInsights;
import dev.entrepot.sesv2.event.Happening;
import dev.entrepot.sesv2.exportjob.InsightsQuery.Filters;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which messages a query wants: those that all of its include filters match and not all of its exclude filters. */
final class InsightsFilter {
    private InsightsFilter() {}

    static Predicate<EmailInsights> of(InsightsQuery query) {
        Predicate<EmailInsights> included =
                query.include().map(InsightsFilter::all).orElse(insights -> true);
        Predicate<EmailInsights> excluded = query.exclude()
                .filter(filters -> !filters.none())
                .map(InsightsFilter::all)
                .orElse(insights -> false);
        return included.and(excluded.negate());
    }

    private static Predicate<EmailInsights> all(Filters filters) {
        Predicate<String> from = texts(filters.from());
        Predicate<String> destination = texts(filters.destination());
        Predicate<String> subject = texts(filters.subject());
        return insights -> from.test(insights.mail().from())
                && destination.test(insights.recipient())
                && subject.test(insights.mail().subject())
                && isOneOf(filters.isp(), Optional.of(insights.isp().name()))
                && isOneOf(filters.lastDelivery(), type(insights.lastDelivery()))
                && isOneOf(filters.lastEngagement(), type(insights.lastEngagement()));
    }

    private static Predicate<String> texts(List<String> values) {
        List<TextPattern> patterns = values.stream().map(TextPattern::of).toList();
        return text -> patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.test(text));
    }

    private static boolean isOneOf(List<String> values, Optional<String> value) {
        return values.isEmpty() || value.filter(values::contains).isPresent();
    }

    private static Optional<String> type(Optional<Happening> happening) {
        return happening.map(each -> each.type().name());
    }
}
