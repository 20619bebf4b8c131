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
            var request = request(SdkHttpMethod.POST, "/v2/" + operation)
                    .putHeader("Content-Type", "application/json")
                    .build();
            return answer(operation, send(request, body, "sdb"));
        } catch (IOException e) {
            throw new DemoFailed("%s got no answer: %s".formatted(operation, e.getMessage()), e);
        }
    }

    /** How many items an export has written so far. AWS's API does not tell; this is a page of the server's own. */
    long itemsDone(String exportArn) {
        try {
            String id = exportArn.substring(exportArn.lastIndexOf('/') + 1);
            var request = request(SdkHttpMethod.GET, "/_entrepot/jobs/" + id).build();
            return answer("The progress", send(request, new byte[0], "entrepot"))
                    .at("/done/records")
                    .asLong();
        } catch (IOException e) {
            throw new DemoFailed("The progress got no answer: " + e.getMessage(), e);
        }
    }

    private SdkHttpRequest.Builder request(SdkHttpMethod method, String path) {
        return SdkHttpRequest.builder().method(method).uri(profile.endpoint().resolve(path));
    }

    private HttpExecuteResponse send(SdkHttpRequest request, byte[] body, String service) throws IOException {
        var signed = signer.sign(signing -> signing.identity(profile.identity())
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, profile.region()));
        var call = HttpExecuteRequest.builder().request(signed.request());
        if (body.length > 0) {
            call.contentStreamProvider(signed.payload().orElseThrow());
        }
        return http.prepareRequest(call.build()).call();
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
