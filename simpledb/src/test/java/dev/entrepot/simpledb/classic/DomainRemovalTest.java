package dev.entrepot.simpledb.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.simpledb.Stage;
import dev.entrepot.simpledb.domain.Settler;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/** DeleteDomain answers at once; what it leaves behind would never be found again, and fill the disk. */
class DomainRemovalTest {
    private static final List<String> TABLES = List.of(
            "simpledb_item",
            "simpledb_value",
            "simpledb_attribute",
            "simpledb_milestone",
            "simpledb_former_item",
            "simpledb_settling");

    @OnEveryDatabase
    void nothingOfADeletedDomainStaysAndNothingOfAnotherGoes(TestDatabase test) {
        try (var stage = new Stage(test)) {
            fill(stage, "gone");
            fill(stage, "kept");
            List<Long> before = rows(stage);
            stage.classic("DeleteDomain", "DomainName", "gone");
            fill(stage, "gone");
            Eventually.await(() -> rows(stage).equals(before));
            for (String domain : List.of("gone", "kept")) {
                assertThat(Stage.text(stage.classic(
                                "Select", "SelectExpression", "select count(*) from " + domain + " where a = '1'")))
                        .contains("<Value>300</Value>");
            }
        }
    }

    /** Some items are in the index, some of those were changed since, and some are not in it yet. */
    private static void fill(Stage stage, String domain) {
        stage.classic("CreateDomain", "DomainName", domain);
        put(stage, domain, 0, 200);
        new Settler(stage.database, stage.clock).settleAll();
        put(stage, domain, 100, 300);
    }

    private static void put(Stage stage, String domain, int from, int to) {
        for (int batch = from; batch < to; batch += 25) {
            var parameters = new ArrayList<>(List.of("DomainName", domain));
            for (int i = batch; i < batch + 25; i++) {
                parameters.addAll(List.of(
                        "Item." + i + ".ItemName",
                        "item" + i,
                        "Item." + i + ".Attribute.1.Name",
                        "a",
                        "Item." + i + ".Attribute.1.Value",
                        "1",
                        "Item." + i + ".Attribute.2.Name",
                        "b" + i,
                        "Item." + i + ".Attribute.2.Value",
                        "2 of " + from));
            }
            assertThat(stage.classic("BatchPutAttributes", parameters.toArray(String[]::new))
                            .status())
                    .isEqualTo(200);
        }
    }

    private static List<Long> rows(Stage stage) {
        return stage.database.read(handle -> TABLES.stream()
                .map(table -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one())
                .toList());
    }
}
