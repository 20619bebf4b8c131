package dev.entrepot.server.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.profiles.ProfileFile;

/** The two files of AWS's clients, {@code credentials} and {@code config}; either may be missing. */
record ProfileFiles(Path credentials, Path config, ProfileFile profiles) {
    /** Where the variables say, or in the user's home. */
    static ProfileFiles of(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".aws");
        return read(
                Path.of(environment.getOrDefault("AWS_SHARED_CREDENTIALS_FILE", "" + home.resolve("credentials"))),
                Path.of(environment.getOrDefault("AWS_CONFIG_FILE", "" + home.resolve("config"))));
    }

    static ProfileFiles in(Path directory) {
        return read(directory.resolve("credentials"), directory.resolve("config"));
    }

    private static ProfileFiles read(Path credentials, Path config) {
        var both = ProfileFile.aggregator();
        add(both, credentials, ProfileFile.Type.CREDENTIALS);
        add(both, config, ProfileFile.Type.CONFIGURATION);
        return new ProfileFiles(credentials, config, both.build());
    }

    private static void add(ProfileFile.Aggregator both, Path file, ProfileFile.Type type) {
        if (Files.isReadable(file)) {
            both.addFile(ProfileFile.builder().content(file).type(type).build());
        }
    }

    boolean has(String profile) {
        return profiles.profile(profile).isPresent();
    }

    Optional<String> property(String profile, String name) {
        return profiles.profile(profile).flatMap(found -> found.property(name));
    }

    Optional<AwsCredentialsIdentity> identity(String profile) {
        return identity(
                property(profile, "aws_access_key_id"),
                property(profile, "aws_secret_access_key"),
                property(profile, "aws_session_token"));
    }

    static Optional<AwsCredentialsIdentity> identity(
            Optional<String> accessKeyId, Optional<String> secretAccessKey, Optional<String> sessionToken) {
        return accessKeyId.flatMap(id -> secretAccessKey.map(secret -> sessionToken
                .<AwsCredentialsIdentity>map(token -> AwsSessionCredentialsIdentity.create(id, secret, token))
                .orElseGet(() -> AwsCredentialsIdentity.create(id, secret))));
    }

    @Override
    public String toString() {
        return credentials + " or " + config;
    }
}
