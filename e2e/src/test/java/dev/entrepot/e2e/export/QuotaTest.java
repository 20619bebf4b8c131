package dev.entrepot.e2e.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.simpledb.model.CreateDomainRequest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With AWS's quotas a program can be tried against what it will meet there: 5 exports a domain, 25 an account. */
class QuotaTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving("--limits", "aws");

    @Test
    void theSixthExportOfADomainAndThe26thOfTheAccountAreRefused() { // 10
        JsonNode fifth = null;
        for (int domain = 0; domain < 5; domain++) {
            ENTREPOT.simpleDb().createDomain(new CreateDomainRequest("domain-" + domain));
            for (int number = 1; number <= 5; number++) {
                fifth = ENTREPOT.exports().start(request(domain, number));
            }
            assertLimited(ENTREPOT.exports().call("StartDomainExport", request(domain, 6)));
        }
        ENTREPOT.simpleDb().createDomain(new CreateDomainRequest("domain-5"));
        assertLimited(ENTREPOT.exports().call("StartDomainExport", request(5, 1)));
        assertThat(ENTREPOT.exports().start(request(4, 5))).isEqualTo(fifth);
    }

    private static Map<String, String> request(int domain, int number) {
        return Map.of(
                "domainName", "domain-" + domain,
                "s3Bucket", "no-such-bucket",
                "clientToken", domain + "-" + number);
    }

    private static void assertLimited(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("NumberExportsLimitExceeded");
        assertThat(answer.json().get("message").textValue()).isEqualTo("The export limit was exceeded.");
    }
}
