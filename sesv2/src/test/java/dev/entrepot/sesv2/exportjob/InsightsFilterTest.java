package dev.entrepot.sesv2.exportjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.sesv2.event.EmailInsights;
import dev.entrepot.sesv2.event.EventType;
import dev.entrepot.sesv2.event.Happening;
import dev.entrepot.sesv2.event.Mail;
import dev.entrepot.sesv2.exportjob.InsightsQuery.Filters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Filters AND together, values within one OR together; the oracle says it the long way (SES dossier, section 4.3). */
class InsightsFilterTest {
    private static final List<String> ADDRESSES = List.of("a@gmail.com", "b@yahoo.com", "c@x.org");
    private static final List<String> SUBJECTS = List.of("Hello", "Bye", "");
    private static final List<EventType> DELIVERIES =
            List.of(EventType.SEND, EventType.DELIVERY, EventType.PERMANENT_BOUNCE, EventType.COMPLAINT);
    private static final List<EventType> ENGAGEMENTS = List.of(EventType.OPEN, EventType.CLICK);
    private static final Filters NONE = new Filters(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private final Random random = new Random(13);

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<String> some(List<T> of) {
        return random.nextInt(3) > 0
                ? List.of()
                : of.stream()
                        .filter(each -> random.nextBoolean())
                        .map(Object::toString)
                        .toList();
    }

    private EmailInsights insights() {
        var mail = new Mail("m", Instant.EPOCH, one(ADDRESSES), "", "", one(SUBJECTS), 1);
        Optional<Happening> engagement = random.nextBoolean() ? Optional.empty() : Optional.of(at(one(ENGAGEMENTS)));
        return new EmailInsights(
                mail,
                one(ADDRESSES),
                Set.of(EventType.SEND),
                Optional.of(at(one(DELIVERIES))),
                Optional.empty(),
                engagement,
                false);
    }

    private static Happening at(EventType type) {
        return new Happening(type, Instant.EPOCH, "", "");
    }

    private Filters filters() {
        return new Filters(
                some(ADDRESSES),
                some(ADDRESSES),
                some(List.of("Hello", "Bye")),
                some(List.of("Gmail", "Yahoo")),
                some(DELIVERIES),
                some(ENGAGEMENTS));
    }

    private static boolean matches(Filters filters, EmailInsights insights) {
        return Stream.of(
                        new Tried(filters.from(), insights.mail().from()),
                        new Tried(filters.destination(), insights.recipient()),
                        new Tried(filters.subject(), insights.mail().subject()),
                        new Tried(filters.isp(), insights.isp().name()),
                        new Tried(
                                filters.lastDelivery(),
                                insights.lastDelivery().orElseThrow().type().name()),
                        new Tried(
                                filters.lastEngagement(),
                                insights.lastEngagement()
                                        .map(each -> each.type().name())
                                        .orElse("nothing")))
                .allMatch(tried -> tried.values.isEmpty() || tried.values.contains(tried.value));
    }

    private record Tried(List<String> values, String value) {}

    @Test
    void whatIsIncludedAndNotExcludedIsWanted() {
        int wanted = 0;
        for (int round = 0; round < 20_000; round++) {
            EmailInsights insights = insights();
            Filters include = filters();
            Filters exclude = filters();
            boolean expected = matches(include, insights) && (exclude.equals(NONE) || !matches(exclude, insights));
            var query =
                    new InsightsQuery(new Interval(0, 0), Optional.of(include), Optional.of(exclude), Optional.empty());
            assertThat(InsightsFilter.of(query).test(insights))
                    .as("include %s exclude %s of %s", include.isp(), exclude.isp(), insights)
                    .isEqualTo(expected);
            wanted += expected ? 1 : 0;
        }
        assertThat(wanted).isBetween(1_000, 19_000);
    }

    // A request may end in a log by way of an exception's message.
    @Test
    void whatIsFilteredByIsInNoText() {
        var filters =
                new Filters(List.of("secret@x.org"), List.of(), List.of("secret"), List.of(), List.of(), List.of());
        var query = new InsightsQuery(new Interval(0, 0), Optional.of(filters), Optional.empty(), Optional.empty());
        assertThat(query.toString()).doesNotContain("secret");
    }
}
