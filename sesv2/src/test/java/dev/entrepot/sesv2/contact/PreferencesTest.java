package dev.entrepot.sesv2.contact;

import static dev.entrepot.sesv2.contract.SubscriptionStatus.OPT_IN;
import static dev.entrepot.sesv2.contract.SubscriptionStatus.OPT_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.sesv2.contract.SubscriptionStatus;
import dev.entrepot.sesv2.contract.TopicPreference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Somebody's OPT_OUT that reads as another topic's sends mail to one who did not want it. */
class PreferencesTest {
    private static TopicPreference preference(String topic, SubscriptionStatus status) {
        return new TopicPreference(topic, status);
    }

    @Test
    void theyAreKeptInAFewCharacters() {
        var preferences = Preferences.of(List.of(preference("Sports", OPT_IN), preference("Cycling", OPT_OUT)));
        assertThat(preferences.text()).isEqualTo("+Sports -Cycling");
        assertThat(preferences.list()).containsExactly(preference("Sports", OPT_IN), preference("Cycling", OPT_OUT));
        assertThat(Preferences.of(List.of())).isEqualTo(Preferences.NONE);
        assertThat(Preferences.NONE.list()).isEmpty();
    }

    @Test
    void aTopicIsNotTakenForAnotherThatHoldsItsName() {
        var preferences = Preferences.of(List.of(
                preference("a-b", OPT_IN),
                preference("-b", OPT_OUT),
                preference("b", OPT_IN),
                preference("bb", OPT_OUT)));
        assertThat(preferences.about("a-b")).contains(OPT_IN);
        assertThat(preferences.about("-b")).contains(OPT_OUT);
        assertThat(preferences.about("b")).contains(OPT_IN);
        assertThat(preferences.about("bb")).contains(OPT_OUT);
        assertThat(preferences.about("a")).isEmpty();
        assertThat(preferences.about("a-")).isEmpty();
    }

    @Test
    void whateverIsSaidLaterHolds() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            Map<String, SubscriptionStatus> expected = new LinkedHashMap<>();
            var preferences = Preferences.NONE;
            for (int step = 0; step < 3; step++) {
                var said = new ArrayList<TopicPreference>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    String topic = "-_a".substring(random.nextInt(3)).repeat(1 + random.nextInt(2));
                    SubscriptionStatus status = random.nextBoolean() ? OPT_IN : OPT_OUT;
                    said.add(preference(topic, status));
                    expected.put(topic, status);
                }
                preferences = preferences.with(said);
            }
            assertThat(preferences.list())
                    .containsExactlyElementsOf(expected.entrySet().stream()
                            .map(entry -> preference(entry.getKey(), entry.getValue()))
                            .toList());
            for (String topic : List.of("-_a", "_a", "a", "aa", "_a_a", "-", "_")) {
                assertThat(preferences.about(topic).orElse(null)).isEqualTo(expected.get(topic));
            }
        }
    }
}
