package dev.entrepot.simpledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.entrepot.simpledb.classic.contract.AmazonSimpleDB;
import dev.entrepot.simpledb.export.contract.SimpleDBv2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Unmodified SDKs speak AWS's models; a name or status that differs here would break them unseen. */
class ContractDriftTest {
    /** Reads a published model; without the folder that holds them the test is skipped, and says so. */
    private static PublishedModel published(String file) throws IOException {
        Path model = Path.of(System.getProperty("entrepot.shared", "nowhere"), "models", file);
        assumeTrue(Files.exists(model), "NOT CHECKED against AWS's model: there is no " + model);
        return PublishedModel.read(model);
    }

    @Test
    void theExportApiIsAsPublished() throws Exception {
        assertThat(ContractDrift.between(SimpleDBv2.SERVICE, published("simpledbv2.json")))
                .isEmpty();
    }

    /**
     * The published model demands a value for each attribute to delete; the guide and the service do not. A condition is a list
     * here, since clients number it and a second one has an error of its own; its form without a number reads the same.
     */
    @Test
    void theClassicApiIsAsPublishedButForAttributesToDeleteAndConditions() throws Exception {
        assertThat(ContractDrift.between(AmazonSimpleDB.SERVICE, published("sdb.json")))
                .containsExactly(
                        "DeletableAttribute members: [Name, Value] here, "
                                + "[Name, AlternateNameEncoding, Value, AlternateValueEncoding] there",
                        "DeletableAttribute.Value required: false here, true there",
                        "DeleteAttributesRequest.Expected flattened: true here, false there",
                        "DeleteAttributesRequest.Expected type: list here, structure there",
                        "PutAttributesRequest.Expected flattened: true here, false there",
                        "PutAttributesRequest.Expected type: list here, structure there",
                        "a shape's name: DeletableAttribute here, Attribute there");
    }
}
