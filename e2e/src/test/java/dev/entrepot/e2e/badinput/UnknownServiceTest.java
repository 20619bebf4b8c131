package dev.entrepot.e2e.badinput;

import static dev.entrepot.e2e.badinput.Errors.assertJson;
import static dev.entrepot.e2e.badinput.Errors.assertS3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.SignedForm;
import dev.entrepot.e2e.fixture.SignedHttp.Draft;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who points all of his clients here by AWS_ENDPOINT_URL calls services that are not here, and must be able to read that. */
class UnknownServiceTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private static Answer send(String service, Draft draft) {
        return ENTREPOT.http(service).send(draft);
    }

    @Test
    void awsJson() {
        Answer answer = send(
                "dynamodb",
                Draft.post("/", "application/x-amz-json-1.0", "{}".getBytes(StandardCharsets.UTF_8))
                        .with("X-Amz-Target", "DynamoDB_20120810.ListTables"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(answer.json().get("__type").textValue()).endsWith("#UnknownOperationException");
    }

    @Test
    void cbor() {
        Answer answer = send(
                "monitoring",
                Draft.post(
                                "/service/GraniteServiceVersion20100801/operation/ListMetrics",
                                "application/cbor",
                                new byte[] {(byte) 0xA0})
                        .with("Smithy-Protocol", "rpc-v2-cbor"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("smithy-protocol")).isEqualTo("rpc-v2-cbor");
        assertThat(answer.header("Content-Type")).isEqualTo("application/cbor");
        assertThat(answer.text()).contains("__type", "#UnknownOperationException", "message");
    }

    @Test
    void query() {
        Answer answer = send("iam", SignedForm.post("Action=ListUsers&Version=2010-05-08"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.xml().getNodeName()).isEqualTo("ErrorResponse");
        assertThat(answer.xml("Code")).isEqualTo("InvalidAction");
        assertThat(answer.xml("RequestId")).isEqualTo(answer.header("x-amzn-RequestId"));
    }

    @Test
    void restJson() {
        assertJson(send("lambda", Draft.of("GET", "/2015-03-31/functions/")), 404, "UnknownOperationException");
        byte[] large = new byte[200_000];
        assertJson(
                send("lambda", Draft.post("/2015-03-31/functions", "application/json", large)),
                404,
                "UnknownOperationException");
    }

    @Test
    void aPathThatOurServiceDoesNotHaveIsItsUnknownOperation() {
        assertJson(send("sdb", Draft.of("GET", "/bucket/key")), 404, "UnknownOperationException");
    }

    @Test
    void whatIsForS3OrForNobodyIsS3s() {
        assertS3(send("s3", Draft.of("GET", "/no-such-bucket")), 404, "NoSuchBucket");
        assertS3(ENTREPOT.http("s3").unsigned(Draft.of("GET", "/no-such-bucket")), 403, "AccessDenied");
    }
}
