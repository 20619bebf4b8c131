package dev.entrepot.e2e.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.ExportApi;
import dev.entrepot.e2e.fixture.SampleDomain;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the outside, what belongs to another account must look exactly like what never was. */
class ForeignIdsTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @Test
    void anotherAccountsExportIsAsUnknownAsOneThatNeverWas() { // 21
        SampleDomain.load(ENTREPOT.simpleDb(), SampleDomain.NAME);
        ENTREPOT.s3().createBucket(create -> create.bucket("ours"));
        String arn = ENTREPOT.exports().start(SampleDomain.NAME, "ours", Map.of());
        ENTREPOT.exports().succeeded(arn);
        ExportApi stranger = ENTREPOT.exports(ENTREPOT.server().addKeys("111122223333"));

        String uuid = arn.substring(arn.lastIndexOf('/') + 1);
        Answer unknown = get(stranger, arn.replace(uuid, UUID.randomUUID().toString()));
        List<String> guesses =
                List.of(arn, arn.replace("000000000000", "111122223333"), arn.replace("mydomain", "other"));
        for (String guess : guesses) {
            Answer answer = get(stranger, guess);
            assertThat(answer.status()).isEqualTo(unknown.status()).isEqualTo(400);
            assertThat(answer.text()).isEqualTo(unknown.text());
            assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("NoSuchExportException");
            assertThat(answer.headers().map().keySet())
                    .isEqualTo(unknown.headers().map().keySet());
        }
        assertThat(stranger.list(Map.of()).get("exportSummaries")).isEmpty();
        JsonNode domain = stranger.call("ListExports", Map.of("domainName", SampleDomain.NAME))
                .json();
        assertThat(domain)
                .isEqualTo(stranger.call("ListExports", Map.of("domainName", "never-was"))
                        .json());
        assertThat(ENTREPOT.exports().list(Map.of()).get("exportSummaries")).hasSize(1);
    }

    private static Answer get(ExportApi api, String arn) {
        return api.call("GetExport", Map.of("exportArn", arn));
    }
}
