package dev.entrepot.server.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import software.amazon.awssdk.auth.credentials.CredentialUtils;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Files of this machine brought into the server's S3, in parts when they are large, and what became of them brought back. */
public final class Uploads implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LEAST_PART = 16 << 20;
    private static final int MOST_PARTS = 10_000;

    private final S3Client s3;

    public Uploads(ServerProfile profile) {
        this.s3 = s3(profile);
    }

    static S3Client s3(ServerProfile profile) {
        return S3Client.builder()
                .endpointOverride(profile.endpoint())
                .region(Region.of(profile.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(CredentialUtils.toCredentials(profile.identity())))
                .forcePathStyle(true)
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }

    /** Makes the bucket unless it is there. */
    public void createBucket(String bucket) {
        orFail("Bucket " + bucket + " could not be made", () -> {
            try {
                s3.createBucket(create -> create.bucket(bucket));
            } catch (BucketAlreadyOwnedByYouException e) {
                // as wished
            }
        });
    }

    public void put(Path file, String bucket, String key) {
        orFail(file + " could not be uploaded to s3://" + bucket + "/" + key, () -> {
            long size = Files.size(file);
            if (size <= LEAST_PART) {
                s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromFile(file));
            } else {
                putParts(file, size, bucket, key);
            }
        });
    }

    private void putParts(Path file, long size, String bucket, String key) throws IOException {
        int partSize = (int) Math.max(LEAST_PART, Math.ceilDiv(size, MOST_PARTS));
        String upload = s3.createMultipartUpload(create -> create.bucket(bucket).key(key))
                .uploadId();
        var parts = new ArrayList<CompletedPart>();
        try (InputStream content = Files.newInputStream(file)) {
            for (byte[] part = content.readNBytes(partSize); part.length > 0; part = content.readNBytes(partSize)) {
                int number = parts.size() + 1;
                String etag = s3.uploadPart(
                                put -> put.bucket(bucket)
                                        .key(key)
                                        .uploadId(upload)
                                        .partNumber(number),
                                RequestBody.fromBytes(part))
                        .eTag();
                parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
            }
            s3.completeMultipartUpload(complete ->
                    complete.bucket(bucket).key(key).uploadId(upload).multipartUpload(all -> all.parts(parts)));
        } catch (IOException | SdkException e) {
            s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
            throw e;
        }
    }

    /** Reads a small object and deletes it. */
    public JsonNode takeJson(String bucket, String key) {
        try {
            byte[] bytes =
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArrayUnsafe();
            delete(bucket, key);
            return JSON.readTree(bytes);
        } catch (SdkException | IOException e) {
            throw new ClientFailed("s3://" + bucket + "/" + key + " could not be read", e);
        }
    }

    public void delete(String bucket, String key) {
        orFail(
                "s3://" + bucket + "/" + key + " could not be deleted",
                () -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    private interface Request {
        void send() throws IOException;
    }

    private static void orFail(String otherwise, Request request) {
        try {
            request.send();
        } catch (SdkException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ClientFailed(otherwise + ": " + reason, e);
        } catch (IOException e) {
            throw new UncheckedIOException(otherwise, e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
