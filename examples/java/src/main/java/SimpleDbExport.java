import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.simpledb.AmazonSimpleDBClientBuilder;
import com.amazonaws.services.simpledb.model.BatchPutAttributesRequest;
import com.amazonaws.services.simpledb.model.CreateDomainRequest;
import com.amazonaws.services.simpledb.model.ReplaceableAttribute;
import com.amazonaws.services.simpledb.model.ReplaceableItem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Loads a few cities into a SimpleDB domain, exports the domain to S3 and reads the export back. SimpleDB has a client in SDK v1
 * alone and its exports have none in Java yet, so those requests are JSON by hand, signed by SDK v2.
 */
public final class SimpleDbExport {
    private static final String DOMAIN = "cities-java";
    private static final String BUCKET = "exports-java";
    private static final JsonMapper JSON = new JsonMapper();

    private final Profile profile =
            ProfileFile.defaultProfileFile().profile("default").orElseThrow();
    private final String region = profile.property("region").orElseThrow();
    private final URI endpoint = URI.create(profile.property("endpoint_url").orElseThrow());
    private final DefaultCredentialsProvider credentials =
            DefaultCredentialsProvider.builder().build();
    private final S3Client s3 = S3Client.create();

    /** @param arguments the file of cities */
    public static void main(String[] arguments) throws Exception {
        var example = new SimpleDbExport();
        example.load(Path.of(arguments[0]));
        example.print(example.export());
    }

    private void load(Path cities) throws IOException {
        var keys = credentials.resolveCredentials();
        var simpleDb = AmazonSimpleDBClientBuilder.standard()
                .withEndpointConfiguration(new EndpointConfiguration(endpoint.toString(), region))
                .withCredentials(new AWSStaticCredentialsProvider(
                        new BasicAWSCredentials(keys.accessKeyId(), keys.secretAccessKey())))
                .build();
        simpleDb.createDomain(new CreateDomainRequest(DOMAIN));
        var items = new ArrayList<ReplaceableItem>();
        for (JsonNode city : JSON.readTree(cities.toFile())) {
            var item = new ReplaceableItem(city.path("Name").asText());
            city.path("Attributes")
                    .forEach(each -> item.withAttributes(new ReplaceableAttribute(
                            each.path("Name").asText(), each.path("Value").asText(), false)));
            items.add(item);
        }
        simpleDb.batchPutAttributes(new BatchPutAttributesRequest(DOMAIN, items)); // 25 items at most
    }

    private JsonNode export() throws Exception {
        s3.createBucket(create -> create.bucket(BUCKET));
        String arn = call("StartDomainExport", Map.of("domainName", DOMAIN, "s3Bucket", BUCKET))
                .path("exportArn")
                .asText();
        JsonNode export;
        do {
            Thread.sleep(200);
            export = call("GetExport", Map.of("exportArn", arn));
        } while (List.of("PENDING", "IN_PROGRESS")
                .contains(export.path("exportStatus").asText()));
        if (!export.path("exportStatus").asText().equals("SUCCEEDED")) {
            throw new IllegalStateException(export.path("failureMessage").asText());
        }
        return export;
    }

    private JsonNode call(String operation, Map<String, String> input) throws IOException {
        var body = ContentStreamProvider.fromByteArray(JSON.writeValueAsBytes(input));
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint.resolve("/v2/" + operation))
                .putHeader("Content-Type", "application/json")
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sdb")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        var call = HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(body)
                .build();
        try (var http = UrlConnectionHttpClient.create()) {
            var response = http.prepareRequest(call).call();
            JsonNode answer = JSON.readTree(response.responseBody().orElseThrow());
            if (!response.httpResponse().isSuccessful()) {
                throw new IllegalStateException(
                        operation + ": " + answer.path("message").asText());
            }
            return answer;
        }
    }

    private void print(JsonNode export) throws Exception {
        System.out.println(export.path("itemsCount").asText() + " items exported");
        String manifest = export.path("exportManifest").asText();
        for (JsonNode file : JSON.readTree(read(manifest.replaceFirst("[^/]*$", "manifest-file.json")))) {
            byte[] data = read(file.path("dataFileS3Key").asText());
            String md5 = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(data));
            if (!md5.equals(file.path("md5Checksum").asText())) {
                throw new IllegalStateException("damaged: " + file);
            }
            JSON.readTree(data).forEach(System.out::println);
        }
    }

    private byte[] read(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asByteArray();
    }
}
