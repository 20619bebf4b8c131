package dev.entrepot.e2e.classic;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.AnonymousAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.simpledb.AmazonSimpleDB;
import com.amazonaws.services.simpledb.AmazonSimpleDBClient;
import com.amazonaws.services.simpledb.AmazonSimpleDBClientBuilder;
import com.amazonaws.services.simpledb.model.CreateDomainRequest;
import com.amazonaws.services.simpledb.model.PutAttributesRequest;
import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Clients;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.KeyPair;
import dev.entrepot.e2e.fixture.Refused;
import dev.entrepot.e2e.fixture.SignedForm;
import dev.entrepot.e2e.fixture.SignedHttp;
import dev.entrepot.e2e.fixture.SignedHttp.Draft;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients sign the classic API in two ways; each must pass as it is, and nothing else may (case 47). */
class SignaturesTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @ParameterizedTest
    @ValueSource(strings = {"QueryStringSignerType", "AWS4SignerType"})
    void bothVersionsPassWithAnyCharacterInNamesAndValues(String signer) {
        var simpleDb = client(ENTREPOT.server().keys(), signer);
        String domain = Items.domain(simpleDb);
        String odd = "blank * ~ + % & = ; / ? é \uD83D\uDE00 \n\t'\"\\";
        simpleDb.putAttributes(new PutAttributesRequest(domain, odd, List.of(Items.add(odd, odd))));
        assertThat(Items.get(simpleDb, domain, odd)).isEqualTo(Map.of(odd, new TreeSet<>(List.of(odd))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QueryStringSignerType", "AWS4SignerType"})
    void aWrongSecretIsRefused(String signer) {
        KeyPair keys = ENTREPOT.server().keys();
        char last = keys.secretAccessKey().charAt(keys.secretAccessKey().length() - 1);
        String wrong =
                keys.secretAccessKey().substring(0, keys.secretAccessKey().length() - 1) + (last == 'x' ? 'y' : 'x');
        var simpleDb = client(new KeyPair(keys.accessKeyId(), wrong), signer);
        assertThat(Refused.by(() -> simpleDb.createDomain(new CreateDomainRequest("intruder"))))
                .isEqualTo(new Refused(
                        403,
                        "SignatureDoesNotMatch",
                        "The request signature we calculated does not match the signature you provided. Check your"
                                + " AWS Secret Access Key and signing method. Consult the service documentation for"
                                + " details."));
        assertThat(ENTREPOT.simpleDb().listDomains().getDomainNames()).doesNotContain("intruder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QueryStringSignerType", "AWS4SignerType"})
    void anUnknownKeyIsRefused(String signer) {
        var simpleDb = client(new KeyPair("AKIAIOSFODNN7EXAMPLE", "whatever"), signer);
        assertThat(Refused.by(() -> simpleDb.listDomains()))
                .isEqualTo(new Refused(403, "AuthFailure", "AWS was not able to validate the provided access keys."));
    }

    @Test
    void aClockMoreThanAQuarterOfAnHourOffIsRefused() {
        for (int minutes : List.of(16, -16)) {
            for (Answer answer : listDomainsAt(Duration.ofMinutes(minutes))) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(400);
                assertThat(answer.xml("Code")).isEqualTo("RequestExpired");
            }
        }
        for (int minutes : List.of(14, -14)) {
            for (Answer answer : listDomainsAt(Duration.ofMinutes(minutes))) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            }
        }
    }

    /** Asks in both versions with a clock that is this far behind. */
    private static List<Answer> listDomainsAt(Duration slow) {
        var parameters = Map.of("Action", "ListDomains", "Version", "2009-04-15");
        SignedHttp http = ENTREPOT.http("sdb");
        String version2 =
                SignedForm.body(ENTREPOT.server().uri(), ENTREPOT.server().keys(), parameters, slow);
        Draft version4 = http.sign(
                SignedForm.post("Action=ListDomains&Version=2009-04-15"),
                Clock.offset(Clock.systemUTC(), slow.negated()));
        return List.of(http.unsigned(SignedForm.post(version2)), http.unsigned(version4));
    }

    @Test
    void withoutAKeyNothingIsServed() {
        var simpleDb = (AmazonSimpleDBClient) AmazonSimpleDBClientBuilder.standard()
                .withEndpointConfiguration(
                        new EndpointConfiguration(ENTREPOT.server().uri().toString(), Clients.REGION))
                .withCredentials(new AWSStaticCredentialsProvider(new AnonymousAWSCredentials()))
                .build();
        assertThat(Refused.by(() -> simpleDb.listDomains()))
                .isEqualTo(new Refused(
                        403,
                        "AuthMissingFailure",
                        "AWS was not able to authenticate the request: access keys are missing."));
        simpleDb.shutdown();
    }

    @Test
    void aNewKeyPairIsAcceptedByTheRunningServerAndSeesItsOwnAccountOnly() {
        var simpleDb = ENTREPOT.simpleDb(ENTREPOT.server().addKeys("111122223333"));
        String foreign = Items.domain(ENTREPOT.simpleDb());
        assertThat(simpleDb.listDomains().getDomainNames()).isEmpty();
        assertThat(Refused.by(() -> Items.get(simpleDb, foreign, "item")).code())
                .isEqualTo("NoSuchDomain");
    }

    private static AmazonSimpleDB client(KeyPair keys, String signer) {
        return Clients.simpleDb(ENTREPOT.server().uri(), keys, new ClientConfiguration().withSignerOverride(signer));
    }
}
