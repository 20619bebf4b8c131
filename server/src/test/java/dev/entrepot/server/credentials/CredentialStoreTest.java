package dev.entrepot.server.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.auth.Credential;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Every request asks this store, forged ones too, so it must answer from memory; and a key that was just removed may have
 * leaked, so it must not answer for long.
 */
class CredentialStoreTest {
    private static final Credential KNOWN = new Credential("AKIAKNOWN", "secret", "000000000000");

    private final SettableClock clock = new SettableClock();
    private final List<Credential> table = new CopyOnWriteArrayList<>(List.of(KNOWN));
    private final AtomicInteger readings = new AtomicInteger();
    private final CredentialStore store = new CredentialStore(
            () -> {
                readings.incrementAndGet();
                return List.copyOf(table);
            },
            clock);

    @Test
    void aKnownKeyIsAnsweredFromMemory() {
        for (int i = 0; i < 1000; i++) {
            assertThat(store.find("AKIAKNOWN")).contains(KNOWN);
        }
        assertThat(readings).hasValue(1);
    }

    @Test
    void aRemovedKeyIsRefusedWithinASecond() {
        table.clear();
        clock.move(Duration.ofSeconds(1));
        assertThat(store.find("AKIAKNOWN")).isEmpty();
    }

    @Test
    void anAddedKeyWorksAtOnceThoughTheReadingIsFresh() {
        table.add(new Credential("AKIANEW", "secret", "111122223333"));
        clock.move(Duration.ofMillis(51));
        assertThat(store.find("AKIANEW")).isPresent();
    }

    @Test
    void aFloodOfForgedKeysReadsTheTableTwentyTimesASecondAtMost() {
        for (int millisecond = 0; millisecond < 1000; millisecond++) {
            clock.move(Duration.ofMillis(1));
            for (int i = 0; i < 10; i++) {
                assertThat(store.find("AKIAFORGED" + i)).isEmpty();
            }
        }
        assertThat(readings).hasValueBetween(10, 21);
    }

    @Test
    void aClockSetBackDoesNotKeepARemovedKeyAlive() {
        table.clear();
        clock.move(Duration.ofHours(-1));
        assertThat(store.find("AKIAKNOWN")).isEmpty();
    }
}
