package dev.entrepot.storage.objects;

import dev.entrepot.storage.objects.Drafts.Written;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Multipart uploads: a directory each, which holds an empty object (what the finished one shall be) and the parts as objects. They are
 * encrypted as the finished object will be.
 */
final class MultipartUploads {
    private static final String UPLOAD_FILE = "upload";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Drafts drafts;
    private final KeyTree tree;
    private final Changes changes;
    private final Envelope envelope;

    MultipartUploads(Drafts drafts, KeyTree tree, Changes changes, Envelope envelope) {
        this.drafts = drafts;
        this.tree = tree;
        this.changes = changes;
        this.envelope = envelope;
    }

    MultipartUpload create(Requester requester, Bucket bucket, ObjectLocation location, PutOptions options)
            throws IOException {
        String id = UUID.randomUUID().toString().replace("-", "");
        Path file = bucket.uploads().resolve(id).resolve(UPLOAD_FILE);
        try (var draft = drafts.fromStream(requester, location, options, InputStream.nullInputStream())) {
            tree.publish(bucket, bucket.uploads(), draft.file(), file, WriteCondition.NONE);
            return upload(id, bucket, draft.object());
        }
    }

    StoredObject putPart(
            Requester requester,
            Bucket bucket,
            ObjectLocation location,
            String id,
            int number,
            PutOptions options,
            InputStream source)
            throws IOException {
        var upload = open(bucket, location, id);
        Path directory = bucket.uploads().resolve(id);
        var partOptions = options.encryption(upload.encryption());
        try (var draft = drafts.fromStream(requester, location, partOptions, source)) {
            Path file = directory.resolve(Integer.toString(number));
            tree.publish(bucket, directory, draft.file(), file, WriteCondition.NONE);
            return draft.object();
        } catch (NoSuchFileException _) {
            throw noSuchUpload(id);
        }
    }

    /** By part number. */
    Map<Integer, StoredObject> parts(Bucket bucket, ObjectLocation location, String id) throws IOException {
        open(bucket, location, id);
        var parts = new TreeMap<Integer, StoredObject>();
        try (var files = Files.newDirectoryStream(bucket.uploads().resolve(id), "[0-9]*")) {
            for (Path file : files) {
                parts.put(
                        Integer.valueOf(file.getFileName().toString()),
                        ObjectFile.footer(file).object());
            }
        }
        return parts;
    }

    List<MultipartUpload> list(Bucket bucket) throws IOException {
        var uploads = new ArrayList<MultipartUpload>();
        try (var directories = Files.newDirectoryStream(bucket.uploads())) {
            for (Path directory : directories) {
                String id = directory.getFileName().toString();
                find(bucket, id).ifPresent(object -> uploads.add(upload(id, bucket, object)));
            }
        }
        return uploads;
    }

    StoredObject complete(
            Requester requester,
            Bucket bucket,
            ObjectLocation location,
            String id,
            List<UploadedPart> parts,
            WriteCondition condition)
            throws IOException {
        var upload = open(bucket, location, id);
        var options = PutOptions.DEFAULT.headers(upload.headers()).encryption(upload.encryption());
        try (var draft = drafts.write(requester, location, options, (plain, file) -> {
            var etag = Md5.digest();
            long size = 0;
            for (UploadedPart part : parts) {
                var object = append(requester, bucket, id, location, part, plain, file);
                size += object.size();
                etag.update(HexFormat.of().parseHex(object.etag()));
            }
            String hex = HexFormat.of().formatHex(etag.digest());
            return new Written(size, hex + "-" + parts.size(), Optional.empty());
        })) {
            tree.publish(bucket, draft, condition);
            delete(bucket, id);
            return draft.object();
        }
    }

    void abort(Bucket bucket, ObjectLocation location, String id) throws IOException {
        open(bucket, location, id);
        delete(bucket, id);
    }

    private StoredObject append(
            Requester requester,
            Bucket bucket,
            String id,
            ObjectLocation location,
            UploadedPart part,
            OutputStream plain,
            FileChannel file)
            throws IOException {
        Path path = bucket.uploads().resolve(id).resolve(Integer.toString(part.number()));
        try (var source = ObjectFile.open(path)) {
            var object = source.footer().object();
            if (!object.etag().equals(part.etag())) {
                throw invalidPart(part);
            }
            if (source.footer().dataKey().isEmpty()) {
                transfer(source.channel(), object.size(), file);
            } else {
                var body = envelope.open(requester, location, source.footer(), source.body());
                Channels.newInputStream(body).transferTo(plain);
            }
            return object;
        } catch (NoSuchFileException _) {
            throw invalidPart(part);
        }
    }

    /** The kernel copies, or on some file systems only shares, the blocks. */
    private static void transfer(FileChannel source, long size, FileChannel target) throws IOException {
        for (long done = 0; done < size; ) {
            done += source.transferTo(done, size - done, target);
        }
    }

    private void delete(Bucket bucket, String id) throws IOException {
        tree.alone(bucket, () -> changes.deleteTree(bucket.uploads().resolve(id)));
    }

    private StoredObject open(Bucket bucket, ObjectLocation location, String id) throws IOException {
        return find(bucket, id)
                .filter(upload -> upload.key().equals(location.key()))
                .orElseThrow(() -> noSuchUpload(id));
    }

    private Optional<StoredObject> find(Bucket bucket, String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ObjectFile.footer(bucket.uploads().resolve(id).resolve(UPLOAD_FILE))
                    .object());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static MultipartUpload upload(String id, Bucket bucket, StoredObject object) {
        return new MultipartUpload(
                id, new ObjectLocation(bucket.name(), object.key()), object.lastModified(), object.encryption());
    }

    private static ObjectRequestFailed noSuchUpload(String id) {
        return new ObjectRequestFailed(
                ObjectError.NO_SUCH_UPLOAD,
                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or"
                        + " completed: '" + id + "'");
    }

    private static ObjectRequestFailed invalidPart(UploadedPart part) {
        return new ObjectRequestFailed(
                ObjectError.INVALID_PART,
                "Part " + part.number() + " could not be found, or its entity tag is not " + part.etag());
    }
}
