package dev.entrepot.server.client;

import dev.entrepot.mailmanager.mailbox.Findings;
import dev.entrepot.mailmanager.mailbox.MailStream;
import dev.entrepot.mailmanager.mailbox.MboxFormat;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects below a prefix in the server's S3, in the order of their keys. */
public final class MailInS3 implements MailSource {
    private final ServerProfile profile;
    private final String bucket;
    private final String prefix;

    public MailInS3(ServerProfile profile, String bucket, String prefix) {
        this.profile = profile;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public long bytes() {
        return orFail(s3 -> objects(s3).mapToLong(S3Object::size).sum());
    }

    @Override
    public void read(MboxFormat format, Findings findings) {
        var stream = new MailStream(format, findings);
        orFail(s3 -> {
            objects(s3).forEach(object -> read(s3, object, stream, findings));
            return 0L;
        });
    }

    private Stream<S3Object> objects(S3Client s3) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                .filter(object -> !object.key().endsWith("/"));
    }

    private void read(S3Client s3, S3Object object, MailStream stream, Findings findings) {
        String where = "s3://" + bucket + "/" + object.key();
        try (var content = s3.getObject(get -> get.bucket(bucket).key(object.key()))) {
            stream.read(where, content, Optional.of(object.lastModified()));
        } catch (IOException e) {
            findings.refused(where, "It cannot be read.");
        }
        findings.read(object.size());
    }

    private interface Request {
        long send(S3Client s3);
    }

    private long orFail(Request request) {
        try (S3Client s3 = Uploads.s3(profile)) {
            return request.send(s3);
        } catch (SdkException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ClientFailed("s3://" + bucket + "/" + prefix + " cannot be read: " + reason, e);
        }
    }
}
