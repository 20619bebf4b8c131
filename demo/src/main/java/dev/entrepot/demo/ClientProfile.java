package dev.entrepot.demo;

import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.profiles.ProfileFile;

/** What every client needs, as the server wrote it into its {@code aws/credentials} and {@code aws/config}. */
record ClientProfile(URI endpoint, String region, String accessKeyId, String secretAccessKey) {
    private static final String DEFAULT = "default";

    /** @param data the server's data directory */
    static ClientProfile read(Path data) {
        var files = ProfileFile.aggregator()
                .addFile(file(data.resolve("aws/credentials"), ProfileFile.Type.CREDENTIALS))
                .addFile(file(data.resolve("aws/config"), ProfileFile.Type.CONFIGURATION))
                .build();
        var profile = files.profile(DEFAULT).orElseThrow();
        try (var provider = ProfileCredentialsProvider.builder()
                .profileFile(files)
                .profileName(DEFAULT)
                .build()) {
            var credentials = provider.resolveCredentials();
            return new ClientProfile(
                    URI.create(profile.property("endpoint_url").orElseThrow()),
                    profile.property("region").orElseThrow(),
                    credentials.accessKeyId(),
                    credentials.secretAccessKey());
        }
    }

    private static ProfileFile file(Path path, ProfileFile.Type type) {
        return ProfileFile.builder().content(path).type(type).build();
    }

    AwsCredentialsIdentity identity() {
        return AwsCredentialsIdentity.create(accessKeyId, secretAccessKey);
    }

    @Override
    public String toString() {
        return "ClientProfile[" + endpoint + "]"; // never the secret
    }
}
