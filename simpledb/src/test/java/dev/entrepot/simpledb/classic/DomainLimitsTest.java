package dev.entrepot.simpledb.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.simpledb.SimpleDbLimits;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.simpledb.export.ExportLimits;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.http.HttpResponse;

/** A domain that is full must still be read, made smaller and changed; a write that would overfill it leaves nothing behind. */
class DomainLimitsTest {
    @OnEveryDatabase
    void aDomainHoldsSoManyPairsAndNoMore(TestDatabase test) {
        try (var stage = stage(test, new DomainLimits(250, 2, 1_000))) {
            assertThat(put(stage, "i", "a", "1").status()).isEqualTo(200);
            assertThat(put(stage, "j", "a", "1").status()).isEqualTo(200);
            assertThat(put(stage, "j", "a", "1").status()).isEqualTo(200);
            HttpResponse refused = put(stage, "k", "a", "1");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(Stage.text(refused))
                    .contains("<Code>NumberDomainAttributesExceeded</Code>"
                            + "<Message>Too many attributes in this domain.</Message>");
            assertThat(count(stage)).contains("<Value>2</Value>");
            stage.classic("DeleteAttributes", "DomainName", "domain", "ItemName", "i");
            assertThat(put(stage, "k", "a", "1").status()).isEqualTo(200);
        }
    }

    @OnEveryDatabase
    void aDomainHoldsSoManyBytesOfNamesAndValuesAndNoMore(TestDatabase test) {
        try (var stage = stage(test, new DomainLimits(250, 100, 12))) {
            assertThat(put(stage, "item", "name", "1234").status()).isEqualTo(200);
            HttpResponse refused = put(stage, "item", "name", "5");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(Stage.text(refused))
                    .contains(
                            "<Code>NumberDomainBytesExceeded</Code><Message>Too many bytes in this domain.</Message>");
            assertThat(Stage.text(stage.classic("DomainMetadata", "DomainName", "domain")))
                    .contains("<AttributeValueCount>1</AttributeValueCount>");
        }
    }

    private static Stage stage(TestDatabase test, DomainLimits limits) {
        var stage = new Stage(test, new SimpleDbLimits(limits, ExportLimits.SELF_HOSTED), store -> store);
        stage.classic("CreateDomain", "DomainName", "domain");
        return stage;
    }

    private static HttpResponse put(Stage stage, String item, String name, String value) {
        return stage.classic(
                "PutAttributes",
                "DomainName",
                "domain",
                "ItemName",
                item,
                "Attribute.1.Name",
                name,
                "Attribute.1.Value",
                value);
    }

    private static String count(Stage stage) {
        return Stage.text(stage.classic("Select", "SelectExpression", "select count(*) from domain"));
    }
}
