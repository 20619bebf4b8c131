package dev.entrepot.server.command;

import dev.entrepot.server.client.ServerProfile;
import dev.entrepot.server.client.Uploads;
import dev.entrepot.server.command.ImportSource.InS3;
import dev.entrepot.server.command.ImportSource.Local;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A file of this machine in the server's S3, for as long as it is needed there. */
final class SourceUpload {
    private SourceUpload() {}

    static void addTo(CommandSpec spec) {
        ClientOptions.add(
                spec, "--bucket", "BUCKET", "where a file is uploaded to (entrepot-uploads- and the key's id)");
    }

    /** Uploads the source if it is a file, hands {@code work} the object, and deletes what was uploaded. */
    static void with(ParseResult given, ServerProfile profile, ImportSource source, Consumer<InS3> work) {
        switch (source) {
            case InS3 object -> work.accept(object);
            case Local file -> upload(ClientOptions.value(given, "--bucket"), profile, file, work);
        }
    }

    private static void upload(Optional<String> given, ServerProfile profile, Local source, Consumer<InS3> work) {
        String bucket = given.orElse(
                "entrepot-uploads-" + profile.identity().accessKeyId().toLowerCase(Locale.ROOT));
        var object = new InS3(bucket, UUID.randomUUID() + "/" + source.file().getFileName());
        try (var uploads = new Uploads(profile)) {
            uploads.createBucket(bucket);
            uploads.put(source.file(), bucket, object.key());
            try {
                work.accept(object);
            } finally {
                uploads.delete(bucket, object.key());
            }
        }
    }
}
