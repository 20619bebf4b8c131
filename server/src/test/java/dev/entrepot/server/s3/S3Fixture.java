package dev.entrepot.server.s3;

import dev.entrepot.storage.keys.LocalKeyring;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.wire.auth.Credential;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The endpoint on a port of its own, with two accounts. */
final class S3Fixture implements AutoCloseable {
    /** In S3's paths these are parts of keys, which never become file names as they are. */
    private static final UriCompliance URI_COMPLIANCE = UriCompliance.DEFAULT.with(
            "S3",
            Violation.AMBIGUOUS_EMPTY_SEGMENT,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.AMBIGUOUS_PATH_PARAMETER,
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.SUSPICIOUS_PATH_CHARACTERS,
            Violation.UTF16_ENCODINGS);

    static final Credential ALICE = new Credential("AKIAALICE", "alice-secret", "111122223333");
    static final Credential BOB = new Credential("AKIABOB", "bob-secret", "444455556666");
    static final int MIB = 1024 * 1024;

    final LocalKeyring keyring;
    final EmbeddedObjectStore store;
    final URI uri;
    private final Server server = new Server(new VirtualThreadPool());

    S3Fixture(Path directory) throws Exception {
        this(directory, new S3Limits(64 * MIB, 16 * MIB, 32 * MIB, Duration.ofMinutes(15)));
    }

    S3Fixture(Path directory, S3Limits limits) throws Exception {
        keyring = LocalKeyring.open(directory.resolve("keys"), InstantSource.system());
        store = EmbeddedObjectStore.open(directory.resolve("objects"), keyring, InstantSource.system());
        var configuration = new HttpConfiguration();
        configure(configuration);
        var connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(S3Endpoint.handler(
                store,
                key -> List.of(ALICE, BOB).stream()
                        .filter(credential -> credential.accessKeyId().equals(key))
                        .findFirst(),
                limits));
        server.start();
        uri = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    S3Client client(Credential credential) {
        return client(credential, Region.US_EAST_1);
    }

    S3Client client(Credential credential, Region region) {
        return S3Client.builder()
                .endpointOverride(uri)
                .region(region)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(provider(credential))
                .build();
    }

    S3Presigner presigner(Credential credential) {
        return S3Presigner.builder()
                .endpointOverride(uri)
                .region(Region.US_EAST_1)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(provider(credential))
                .build();
    }

    private static StaticCredentialsProvider provider(Credential credential) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(credential.accessKeyId(), credential.secretAccessKey()));
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
        store.close();
    }

    /** What S3 needs of a listener; ours allows this and more. */
    private static void configure(HttpConfiguration configuration) {
        configuration.setUriCompliance(URI_COMPLIANCE);
        configuration.setHeaderCacheCaseSensitive(true);
    }
}
