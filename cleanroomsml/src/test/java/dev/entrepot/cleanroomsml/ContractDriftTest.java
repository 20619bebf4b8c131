package dev.entrepot.cleanroomsml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.wire.contract.ContractDrift;
import dev.entrepot.wire.contract.PublishedModel;
import org.junit.jupiter.api.Test;

/** Unmodified SDKs speak AWS's model; a name or status that differs here would break them unseen. */
class ContractDriftTest {
    @Test
    void theOperationsWeHaveAreAsPublished() throws Exception {
        assertThat(ContractDrift.within(CleanRoomsML.SERVICE, PublishedModel.read("cleanroomsml.json")))
                .isEmpty();
    }
}
