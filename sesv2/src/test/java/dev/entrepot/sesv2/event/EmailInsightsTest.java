package dev.entrepot.sesv2.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Events come late, twice and in any order; what is told of a message must not depend on it. */
class EmailInsightsTest {
    private static final Instant SENT = Records.SENT;
    private static final List<String> DELIVERIES = List.of("SEND", "BOUNCE", "DELIVERY", "COMPLAINT");

    private static Event event(Random random) {
        EventType[] types = EventType.values();
        EventType type = types[random.nextInt(types.length)];
        String subType = type.name().contains("BOUNCE") && random.nextInt(8) == 0 ? "OnAccountSuppressionList" : "";
        String configurationSet = List.of("", "news", "offers").get(random.nextInt(3));
        var mail = new Mail("m", SENT, "a@x.org", "x.org", configurationSet, "Hello", 1 + random.nextInt(2));
        var happening = new Happening(type, SENT.plusSeconds(random.nextInt(5)), subType, "d" + random.nextInt(3));
        return Event.of(mail, "b@x.org", happening, "");
    }

    private static EmailInsights fold(List<Event> events) {
        return events.stream()
                .map(EmailInsights::of)
                .reduce(EmailInsights::merge)
                .orElseThrow();
    }

    @Test
    void anyOrderAndAnyRepetitionFoldToTheSame() {
        var random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            var events = new ArrayList<Event>();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                events.add(event(random));
            }
            EmailInsights once = fold(events);
            assertThat(once.lastDelivery()).as("%s", events).isEqualTo(lastDelivery(events));
            assertThat(once.lastBounce().map(Happening::at))
                    .isEqualTo(latest(
                            events, event -> event.happening().type().name().endsWith("BOUNCE")));
            assertThat(once.lastEngagement().map(each -> each.type() + " " + each.at()))
                    .isEqualTo(lastEngagement(events));

            var again = new ArrayList<>(events);
            again.addAll(events.subList(0, random.nextInt(events.size() + 1)));
            Collections.shuffle(again, random);
            int middle = random.nextInt(again.size());
            assertThat(fold(again)).isEqualTo(once);
            if (middle > 0) {
                EmailInsights halves = fold(again.subList(middle, again.size())).merge(fold(again.subList(0, middle)));
                assertThat(halves).isEqualTo(once);
            }
        }
    }

    /** The rule of the dossier, section 4.3, over events sorted in time. */
    private static Optional<Happening> lastDelivery(List<Event> events) {
        List<Happening> sent = events.stream()
                .map(Event::happening)
                .filter(each -> each.type() != EventType.REJECT && each.type() != EventType.RENDERING_FAILURE)
                .sorted(Happening.IN_TIME)
                .toList();
        for (String rank : DELIVERIES.reversed().subList(0, 3)) {
            List<Happening> ranked = sent.stream()
                    .filter(each -> each.type().name().endsWith(rank))
                    .toList();
            if (!ranked.isEmpty()) {
                return Optional.of(ranked.getLast());
            }
        }
        return sent.isEmpty() ? Optional.empty() : Optional.of(new Happening(EventType.SEND, SENT, "", ""));
    }

    private static Optional<Instant> latest(List<Event> events, Predicate<Event> wanted) {
        return events.stream()
                .filter(wanted)
                .map(event -> event.happening().at())
                .max(Comparator.naturalOrder());
    }

    private static Optional<String> lastEngagement(List<Event> events) {
        Optional<String> click = latest(events, event -> event.happening().type() == EventType.CLICK)
                .map(at -> "CLICK " + at);
        return click.or(() -> latest(events, event -> event.happening().type() == EventType.OPEN)
                .map(at -> "OPEN " + at));
    }
}
