package dev.entrepot.wire.auth;

import com.amazonaws.DefaultRequest;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.auth.QueryStringSigner;
import com.amazonaws.auth.SignatureVersion;
import com.amazonaws.auth.SigningAlgorithm;
import com.amazonaws.http.HttpMethodName;
import com.amazonaws.util.SdkHttpUtils;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A form signed by the AWS SDK for Java v1, which reads the wall clock and signs every request as a POST.
 *
 * @param parameters decoded, with the signature's own
 */
record Version2Signed(Map<String, List<String>> parameters, String encoded) {
    static Version2Signed of(SigningAlgorithm algorithm, Credential key, Map<String, String> parameters) {
        var request = new DefaultRequest<Void>("AmazonSimpleDB");
        request.setEndpoint(URI.create("http://LocalHost:4566"));
        request.setHttpMethod(HttpMethodName.POST);
        parameters.forEach(request::addParameter);
        new QueryStringSigner()
                .sign(
                        request,
                        SignatureVersion.V2,
                        algorithm,
                        new BasicAWSCredentials(key.accessKeyId(), key.secretAccessKey()));
        return new Version2Signed(request.getParameters(), SdkHttpUtils.encodeParameters(request));
    }

    Instant signedAt() {
        return Instant.parse(parameters.get("Timestamp").getFirst());
    }

    HttpRequest request() {
        return request(encoded);
    }

    /** With the parameters written in another way. */
    HttpRequest request(String parameters) {
        return new HttpRequest(
                "POST",
                "/",
                "",
                Headers.of(
                        "Host", "localhost:4566", "Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                parameters.getBytes(StandardCharsets.UTF_8));
    }
}
