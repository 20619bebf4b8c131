package dev.entrepot.simpledb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.simpledb.classic.contract.AmazonSimpleDB;
import dev.entrepot.simpledb.export.contract.SimpleDBv2;
import dev.entrepot.wire.contract.ContractDrift;
import dev.entrepot.wire.contract.PublishedModel;
import org.junit.jupiter.api.Test;

/** Unmodified SDKs speak AWS's models; a name or status that differs here would break them unseen. */
class ContractDriftTest {
    @Test
    void theExportApiIsAsPublished() throws Exception {
        assertThat(ContractDrift.between(SimpleDBv2.SERVICE, PublishedModel.read("simpledbv2.json")))
                .isEmpty();
    }

    /**
     * The published model demands a value for each attribute to delete; the guide and the service do not. A condition is a list
     * here, since clients number it and a second one has an error of its own; its form without a number reads the same.
     */
    @Test
    void theClassicApiIsAsPublishedButForAttributesToDeleteAndConditions() throws Exception {
        assertThat(ContractDrift.between(AmazonSimpleDB.SERVICE, PublishedModel.read("sdb.json")))
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
