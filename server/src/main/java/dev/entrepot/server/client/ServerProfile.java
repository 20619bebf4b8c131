package dev.entrepot.server.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Which server, and as whom. */
public record ServerProfile(URI endpoint, String region, AwsCredentialsIdentity identity) {
    private static final String DEFAULT = "default";

    /**
     * Looks where the AWS command line does: options, then environment, then profile. Where none of them names an endpoint, it is the
     * server that keeps its data in {@code data}; AWS itself is never asked.
     *
     * @param endpointUrl the option's
     * @param profileName the option's
     * @param data a server's data directory, which need not be there
     */
    public static ServerProfile find(
            Optional<String> endpointUrl, Optional<String> profileName, Map<String, String> environment, Path data) {
        var files = ProfileFiles.of(environment);
        String name = profileName.or(() -> given(environment, "AWS_PROFILE")).orElse(DEFAULT);
        if (profileName.isPresent() && !files.has(name)) {
            throw new ClientFailed("There is no profile '" + name + "' in " + files);
        }
        Optional<String> endpoint = endpointUrl
                .or(() -> given(environment, "AWS_ENDPOINT_URL"))
                .or(() -> files.property(name, "endpoint_url"));
        var own = ProfileFiles.in(data.resolve("aws"));
        if (endpoint.isEmpty()) {
            return own(own, data);
        }
        String region = Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
                .flatMap(variable -> given(environment, variable).stream())
                .findFirst()
                .or(() -> files.property(name, "region"))
                .orElse("us-east-1");
        AwsCredentialsIdentity identity = (profileName.isPresent()
                        ? files.identity(name)
                        : environmentIdentity(environment).or(() -> files.identity(name)))
                .or(() -> own.identity(DEFAULT))
                .orElseThrow(() -> new ClientFailed("No key pair was found to sign requests: set AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY, or name a profile that has one"));
        return new ServerProfile(uri(endpoint.get()), region, identity);
    }

    private static ServerProfile own(ProfileFiles own, Path data) {
        Optional<String> endpoint = own.property(DEFAULT, "endpoint_url");
        Optional<AwsCredentialsIdentity> identity = own.identity(DEFAULT);
        if (endpoint.isEmpty() || identity.isEmpty()) {
            throw new ClientFailed("No server is known: give --endpoint-url http://127.0.0.1:4566, or set"
                    + " AWS_ENDPOINT_URL, or start one by './entrepot serve' (none has left its address in " + data
                    + ")");
        }
        return new ServerProfile(
                uri(endpoint.get()), own.property(DEFAULT, "region").orElse("us-east-1"), identity.get());
    }

    private static Optional<AwsCredentialsIdentity> environmentIdentity(Map<String, String> environment) {
        return ProfileFiles.identity(
                given(environment, "AWS_ACCESS_KEY_ID"),
                given(environment, "AWS_SECRET_ACCESS_KEY"),
                given(environment, "AWS_SESSION_TOKEN"));
    }

    private static URI uri(String endpoint) {
        try {
            var uri = URI.create(endpoint);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ClientFailed("'" + endpoint + "' is no endpoint; one looks like http://127.0.0.1:4566");
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "ServerProfile[" + endpoint + "]"; // never the secret
    }
}
