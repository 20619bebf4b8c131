package dev.entrepot.demo;

import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket by the AWS SDK for Java v2. */
final class S3Bucket implements ExportedObjects, AutoCloseable {
    private final S3Client s3;
    private final String name;

    private S3Bucket(S3Client s3, String name) {
        this.s3 = s3;
        this.name = name;
    }

    static S3Bucket create(ClientProfile profile, String name) {
        var credentials = AwsBasicCredentials.create(profile.accessKeyId(), profile.secretAccessKey());
        var s3 = S3Client.builder()
                .endpointOverride(profile.endpoint())
                .region(Region.of(profile.region()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        s3.createBucket(request -> request.bucket(name));
        return new S3Bucket(s3, name);
    }

    @Override
    public SortedMap<String, Long> list(String prefix) {
        var sizes = new TreeMap<String, Long>();
        s3.listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix))
                .contents()
                .forEach(object -> sizes.put(object.key(), object.size()));
        return sizes;
    }

    @Override
    public InputStream open(String key) {
        try {
            return s3.getObject(request -> request.bucket(name).key(key));
        } catch (NoSuchKeyException e) {
            throw new ExportUntrue("%s is not there".formatted(key));
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
