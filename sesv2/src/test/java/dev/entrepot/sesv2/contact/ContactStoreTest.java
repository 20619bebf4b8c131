package dev.entrepot.sesv2.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.sesv2.SesV2;
import dev.entrepot.sesv2.address.EmailAddress;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Imports write by the hundred thousand what requests read one by one: both must mean the same rows. */
class ContactStoreTest {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    private static ContactRow contact(int number, boolean unsubscribed, String preferences, Instant moment) {
        return new ContactRow(
                "c%05d@x.org".formatted(number),
                unsubscribed,
                new Preferences(preferences),
                Optional.empty(),
                moment,
                moment);
    }

    private static void put(Database database, long list, List<ContactRow> contacts) {
        database.writeBatch(handle -> {
            ContactStore.put(handle, list, contacts);
            return true;
        });
    }

    @OnEveryDatabase
    void whatIsPutReplacesAllButTheTimeOfCreation(TestDatabase test) {
        Database database = test.open(SesV2.MIGRATIONS);
        var old = new ContactRow("a@x.org", true, new Preferences("+Sports"), Optional.of("{}"), THEN, THEN);
        put(database, 1, List.of(old));
        put(database, 1, List.of(new ContactRow("a@x.org", false, Preferences.NONE, Optional.empty(), NOW, NOW)));
        assertThat(database.<Optional<ContactRow>>read(
                        handle -> ContactStore.find(handle, 1, EmailAddress.of("a@x.org"))))
                .contains(new ContactRow("a@x.org", false, Preferences.NONE, Optional.empty(), THEN, NOW));
    }

    @OnEveryDatabase
    void aLargeBatchIsScannedInTheOrderOfAddressesAndListsStayApart(TestDatabase test) {
        Database database = test.open(SesV2.MIGRATIONS);
        List<ContactRow> contacts = IntStream.range(0, 5_000)
                .mapToObj(i -> contact(i, i % 7 == 0, i % 2 == 0 ? "+a -b" : "", THEN))
                .toList();
        put(database, 1, contacts);
        put(database, 2, contacts.subList(0, 10));
        List<ContactRow> scanned = database.read(handle -> ContactStore.scan(handle, 1, "c01999@x.org", rows -> {
            var all = new ArrayList<ContactRow>();
            rows.forEachRemaining(all::add);
            return all;
        }));
        assertThat(scanned).isEqualTo(contacts.subList(2_000, 5_000));
    }
}
