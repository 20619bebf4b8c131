package dev.entrepot.e2e.classic;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.simpledb.model.CreateDomainRequest;
import com.amazonaws.services.simpledb.model.DeleteDomainRequest;
import com.amazonaws.services.simpledb.model.DomainMetadataRequest;
import com.amazonaws.services.simpledb.model.DomainMetadataResult;
import com.amazonaws.services.simpledb.model.ListDomainsRequest;
import com.amazonaws.services.simpledb.model.ListDomainsResult;
import com.amazonaws.services.simpledb.model.PutAttributesRequest;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Refused;
import dev.entrepot.e2e.fixture.SampleDomain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Domains come and go as AWS has it; a program that creates its domain at each start must not lose what is in it. */
class DomainsTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving("--limits", "aws");

    @Test
    void creatingADomainAgainKeepsItsItems() { // 28
        var simpleDb = ENTREPOT.simpleDb();
        String domain = Items.domain(simpleDb);
        simpleDb.putAttributes(new PutAttributesRequest(domain, "item", List.of(Items.add("a", "1"))));
        simpleDb.createDomain(new CreateDomainRequest(domain));
        assertThat(Items.get(simpleDb, domain, "item")).isEqualTo(Map.of("a", new TreeSet<>(List.of("1"))));
    }

    @Test
    void aDomainNameThatCannotBeIsRefusedInAwssWords() { // 28
        for (String name : List.of("ab", "a#b", "x".repeat(256))) {
            assertThat(Refused.by(() -> ENTREPOT.simpleDb().createDomain(new CreateDomainRequest(name))))
                    // SDK v1 strips the blank that AWS leaves at the end.
                    .isEqualTo(new Refused(
                            400, "InvalidParameterValue", "Value (" + name + ") for parameter DomainName is invalid."));
        }
    }

    @Test
    void deletingAnUnknownDomainSucceedsAndADeletedOneIsGone() { // 29
        var simpleDb = ENTREPOT.simpleDb();
        simpleDb.deleteDomain(new DeleteDomainRequest("never-was"));
        String domain = Items.domain(simpleDb);
        simpleDb.putAttributes(new PutAttributesRequest(domain, "item", List.of(Items.add("a", "1"))));
        simpleDb.deleteDomain(new DeleteDomainRequest(domain));
        assertThat(Refused.by(() -> Items.get(simpleDb, domain, "item")))
                .isEqualTo(new Refused(400, "NoSuchDomain", "The specified domain does not exist."));
        simpleDb.createDomain(new CreateDomainRequest(domain));
        assertThat(Items.get(simpleDb, domain, "item")).isEmpty();
    }

    @Test
    void the251stDomainIsRefusedUnderAwssLimits() { // 29
        var simpleDb = ENTREPOT.simpleDb(ENTREPOT.server().addKeys("222222222222"));
        for (int i = 0; i < 250; i++) {
            simpleDb.createDomain(new CreateDomainRequest("domain-" + i));
        }
        assertThat(Refused.by(() -> simpleDb.createDomain(new CreateDomainRequest("one-too-many"))))
                .isEqualTo(new Refused(409, "NumberDomainsExceeded", "The domain limit was exceeded."));
        simpleDb.createDomain(new CreateDomainRequest("domain-7"));
    }

    @Test
    void domainsAreListedInPages() { // 30
        var simpleDb = ENTREPOT.simpleDb(ENTREPOT.server().addKeys("333333333333"));
        List.of("one", "two", "six").forEach(name -> simpleDb.createDomain(new CreateDomainRequest(name)));
        ListDomainsResult first = simpleDb.listDomains(new ListDomainsRequest().withMaxNumberOfDomains(2));
        assertThat(first.getDomainNames()).containsExactly("one", "six");
        ListDomainsResult second = simpleDb.listDomains(
                new ListDomainsRequest().withMaxNumberOfDomains(2).withNextToken(first.getNextToken()));
        assertThat(second.getDomainNames()).containsExactly("two");
        assertThat(second.getNextToken()).isNull();
    }

    @Test
    void aPageOfDomainsHas1To100() { // 30
        for (int max : List.of(0, 101)) {
            assertThat(Refused.by(() ->
                            ENTREPOT.simpleDb().listDomains(new ListDomainsRequest().withMaxNumberOfDomains(max))))
                    .isEqualTo(new Refused(
                            400,
                            "InvalidParameterValue",
                            "Value (" + max + ") for parameter MaxNumberOfDomains is invalid."
                                    + " MaxNumberOfDomains must be between 1 and 100."));
        }
    }

    @Test
    void metadataCountWhatIsThere() { // 40
        var simpleDb = ENTREPOT.simpleDb();
        SampleDomain.load(simpleDb, SampleDomain.NAME);
        long before = Instant.now().getEpochSecond();
        DomainMetadataResult metadata = simpleDb.domainMetadata(new DomainMetadataRequest(SampleDomain.NAME));
        assertThat(metadata.getTimestamp().longValue())
                .isBetween(before, Instant.now().getEpochSecond());
        assertThat(metadata.withTimestamp(0))
                .isEqualTo(new DomainMetadataResult()
                        .withItemCount(6)
                        .withItemNamesSizeBytes(60L)
                        .withAttributeNameCount(6)
                        .withAttributeNamesSizeBytes(33L)
                        .withAttributeValueCount(43)
                        .withAttributeValuesSizeBytes(340L)
                        .withTimestamp(0));
    }
}
