package dev.entrepot.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * A client of SimpleDBv2. The AWS SDKs for Java have none yet, so requests are JSON by hand, but signed (Signature Version 4)
 * and sent by the SDK v2's own signer and HTTP client.
 */
final class SimpleDbV2 implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final ClientProfile profile;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    SimpleDbV2(ClientProfile profile) {
        this.profile = profile;
    }

    /** @throws DemoFailed when the service refuses, in its own words */
    JsonNode call(String operation, Map<String, String> input) {
        try {
            byte[] body = JSON.writeValueAsBytes(input);
            var request = SdkHttpRequest.builder()
                    .method(SdkHttpMethod.POST)
                    .uri(profile.endpoint().resolve("/v2/" + operation))
                    .putHeader("Content-Type", "application/json")
                    .build();
            var signed = signer.sign(signing -> signing.identity(profile.identity())
                    .request(request)
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sdb")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, profile.region()));
            var response = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(signed.payload().orElseThrow())
                            .build())
                    .call();
            return answer(operation, response);
        } catch (IOException e) {
            throw new DemoFailed("%s got no answer: %s".formatted(operation, e.getMessage()), e);
        }
    }

    private static JsonNode answer(String operation, HttpExecuteResponse response) throws IOException {
        try (var body = response.responseBody().orElseThrow()) {
            JsonNode answer = JSON.readTree(body);
            if (!response.httpResponse().isSuccessful()) {
                throw new DemoFailed("%s was refused: %s"
                        .formatted(operation, answer.path("message").asText()));
            }
            return answer;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
