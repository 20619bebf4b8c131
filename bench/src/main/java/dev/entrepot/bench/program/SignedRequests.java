package dev.entrepot.bench.program;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs requests by the AWS SDK's own signer, Signature Version 4 in the header. */
public final class SignedRequests {
    private static final String AGENT = "aws-sdk-java/2.40.2 md/io#sync md/http#Apache ua/2.1 os/Linux lang/java#25";

    private final URI server;
    private final AwsCredentialsIdentity identity;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    public SignedRequests(URI server, KeyPair keys) {
        this.server = server;
        this.identity = AwsCredentialsIdentity.create(keys.accessKeyId(), keys.secretAccessKey());
    }

    /** The headers of a POST, the signature among them. */
    public Map<String, String> headers(String path, String contentType, byte[] body) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(server.resolve(path))
                .putHeader("Content-Type", contentType)
                .putHeader("User-Agent", AGENT)
                .build();
        SdkHttpRequest signed = signer.sign(work -> work.identity(identity)
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sdb")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
                .request();
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        signed.forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
        return headers;
    }

    /** A whole POST as its bytes go over the wire. */
    public byte[] bytes(String path, String contentType, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\n");
        headers(path, contentType, content)
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}
