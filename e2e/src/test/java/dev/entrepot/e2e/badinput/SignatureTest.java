package dev.entrepot.e2e.badinput;

import static dev.entrepot.e2e.badinput.Errors.assertClassic;
import static dev.entrepot.e2e.badinput.Errors.assertJson;
import static dev.entrepot.e2e.badinput.Errors.assertS3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.KeyPair;
import dev.entrepot.e2e.fixture.SignedForm;
import dev.entrepot.e2e.fixture.SignedHttp;
import dev.entrepot.e2e.fixture.SignedHttp.Draft;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever has no right to be here hears so in the protocol he spoke, so that his client can tell him. */
class SignatureTest {
    private static final Draft LIST =
            Draft.post("/v2/ListExports", "application/json", "{}".getBytes(StandardCharsets.UTF_8));
    private static final Draft GET = Draft.of("GET", "/bucket?list-type=2");
    private static SignedHttp sdb;
    private static SignedHttp s3;

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @BeforeAll
    static void clients() {
        sdb = ENTREPOT.http("sdb");
        s3 = ENTREPOT.http("s3");
        ENTREPOT.s3().createBucket(create -> create.bucket("bucket"));
        assertThat(s3.send(GET).status()).isEqualTo(200);
        assertThat(sdb.send(LIST).status()).isEqualTo(200);
    }

    @Test
    void withoutCredentialsNothingIsServed() {
        assertJson(sdb.unsigned(LIST), 403, "MissingAuthenticationTokenException");
        assertS3(s3.unsigned(GET), 403, "AccessDenied");
        assertS3(s3.unsigned(Draft.of("GET", "/")), 403, "AccessDenied");
        assertS3(s3.unsigned(Draft.of("PUT", "/bucket/key")), 403, "AccessDenied");
        assertClassic(
                sdb.unsigned(SignedForm.post("Action=ListDomains&Version=2009-04-15")), 403, "AuthMissingFailure");
    }

    @Test
    void anUnknownKeyIsRefused() {
        var nobody = new KeyPair("AKIAIOSFODNN7EXAMPLE", "secret");
        assertJson(ENTREPOT.http("sdb", nobody).send(LIST), 403, "UnrecognizedClientException");
        assertS3(ENTREPOT.http("s3", nobody).send(GET), 403, "InvalidAccessKeyId");
    }

    @Test
    void oneBitOfTheSignatureIsEnough() {
        Draft list = changed(sdb.sign(LIST, Clock.systemUTC()), SignatureTest::flipLastBit);
        assertJson(sdb.unsigned(list), 403, "InvalidSignatureException");
        Draft get = changed(s3.sign(GET, Clock.systemUTC()), SignatureTest::flipLastBit);
        assertS3(s3.unsigned(get), 403, "SignatureDoesNotMatch");
    }

    @Test
    void everythingSignedIsHeldTo() {
        Draft signed = sdb.sign(LIST, Clock.systemUTC());
        Draft otherBody = new Draft("POST", signed.target(), signed.headers(), "{ }".getBytes(StandardCharsets.UTF_8));
        assertThat(sdb.unsigned(otherBody).status()).isEqualTo(403);
        Draft otherPath = new Draft("POST", "/v2/GetExport", signed.headers(), signed.body());
        assertJson(sdb.unsigned(otherPath), 403, "InvalidSignatureException");
        Draft otherQuery = new Draft("POST", signed.target() + "?a=b", signed.headers(), signed.body());
        assertJson(sdb.unsigned(otherQuery), 403, "InvalidSignatureException");

        Draft get = s3.sign(GET, Clock.systemUTC());
        assertS3(
                s3.unsigned(new Draft("GET", "/other?list-type=2", get.headers(), get.body())),
                403,
                "SignatureDoesNotMatch");
        assertS3(
                s3.unsigned(new Draft("DELETE", "/bucket?list-type=2", get.headers(), get.body())),
                403,
                "SignatureDoesNotMatch");
    }

    @Test
    void aClockSixteenMinutesOffIsRefusedAndOneFourteenMinutesOffIsNot() {
        for (int minutes : List.of(16, -16)) {
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
            assertJson(sdb.unsigned(sdb.sign(LIST, clock)), 403, "InvalidSignatureException");
            assertS3(s3.unsigned(s3.sign(GET, clock)), 403, "RequestTimeTooSkewed");
        }
        for (int minutes : List.of(14, -14)) {
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
            assertThat(sdb.unsigned(sdb.sign(LIST, clock)).status()).isEqualTo(200);
            assertThat(s3.unsigned(s3.sign(GET, clock)).status()).isEqualTo(200);
        }
    }

    @Test
    void aSignatureForOneServiceOpensNoOther() {
        Answer answer = ENTREPOT.http("ses").send(LIST);
        assertJson(answer, 403, "InvalidSignatureException");
        assertThat(answer.json().get("message").textValue()).contains("correct service");
        assertThat(ENTREPOT.http("s3").send(LIST).status()).isBetween(400, 499);
        assertThat(ENTREPOT.http("sdb").send(GET).status()).isBetween(400, 499);
    }

    @Test
    void aMalformedAuthorizationIsIncomplete() {
        List<UnaryOperator<String>> changes = List.of(
                text -> "AWS4-HMAC-SHA256",
                text -> text.replace("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"),
                text -> text.replaceFirst(", Signature=.*", ""),
                text -> text.replaceFirst("SignedHeaders=[^,]*, ", ""),
                text -> text.replaceFirst("SignedHeaders=[^,]*", "SignedHeaders="),
                text -> text.replaceFirst("Signature=.*", "Signature=xyz"));
        for (UnaryOperator<String> change : changes) {
            Draft draft = changed(sdb.sign(LIST, Clock.systemUTC()), change);
            Answer answer = sdb.unsigned(draft);
            assertThat(answer.status()).as(draft.headers().get("Authorization")).isEqualTo(403);
            assertThat(answer.header("x-amzn-ErrorType"))
                    .as(draft.headers().get("Authorization"))
                    .isIn("IncompleteSignatureException", "InvalidSignatureException");
            Answer s3Answer = s3.unsigned(changed(s3.sign(GET, Clock.systemUTC()), change));
            assertThat(s3Answer.status()).as(s3Answer.text()).isBetween(400, 403);
            assertS3(s3Answer, s3Answer.status(), s3Answer.xml("Code"));
        }
        for (String other : List.of("Basic YTpi", "Bearer abc", "nonsense", "")) {
            Draft draft = new Draft(
                    "POST",
                    LIST.target(),
                    Map.of("Authorization", other, "Content-Type", "application/json"),
                    LIST.body());
            Answer answer = sdb.unsigned(draft);
            assertThat(answer.status()).as(other).isEqualTo(403);
            assertThat(answer.header("x-amzn-ErrorType"))
                    .isIn("IncompleteSignatureException", "MissingAuthenticationTokenException");
        }
    }

    @Test
    void oneChangedByteOfASignedFormIsEnough() {
        String form = SignedForm.body(
                ENTREPOT.server(), Map.of("Action", "CreateDomain", "DomainName", "aaa", "Version", "2009-04-15"));
        assertClassic(sdb.unsigned(SignedForm.post(form.replace("=aaa", "=aab"))), 403, "SignatureDoesNotMatch");
        assertClassic(sdb.unsigned(SignedForm.post(form + "&More=1")), 403, "SignatureDoesNotMatch");
        assertThat(ENTREPOT.simpleDb().listDomains().getDomainNames()).isEmpty();
    }

    private static Draft changed(Draft signed, UnaryOperator<String> change) {
        return signed.with("Authorization", change.apply(signed.headers().get("Authorization")));
    }

    private static String flipLastBit(String authorization) {
        int last = authorization.length() - 1;
        int digit = Character.digit(authorization.charAt(last), 16) ^ 1;
        return authorization.substring(0, last) + Character.forDigit(digit, 16);
    }
}
