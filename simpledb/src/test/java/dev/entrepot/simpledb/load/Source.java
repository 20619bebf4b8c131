package dev.entrepot.simpledb.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.jobs.Job;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import dev.entrepot.wire.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bucket that imports read, and imports from it. */
record Source(Stage stage) {
    private static final Requester REQUESTER = Requester.of(Stage.OWNER);

    void put(String key, String text) {
        put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    void put(String key, byte[] bytes) {
        stage.objects.put(
                REQUESTER, new ObjectLocation("bucket", key), PutOptions.DEFAULT, new ByteArrayInputStream(bytes));
    }

    byte[] get(String key) {
        try (var content =
                stage.objects.get(REQUESTER, new ObjectLocation("bucket", key)).bytes()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String key) {
        return new String(get(key), StandardCharsets.UTF_8);
    }

    List<String> keys(String prefix) {
        return stage.objects.list(REQUESTER, "bucket", ObjectListing.Query.prefix(prefix)).objects().stream()
                .map(StoredObject::key)
                .toList();
    }

    void delete(String key) {
        stage.objects.delete(REQUESTER, new ObjectLocation("bucket", key));
    }

    /** Exports the domain and returns the key of its summary. */
    String export(String domain) {
        JsonNode export = stage.export(domain);
        assertThat(export.path("exportStatus").asText()).isEqualTo("SUCCEEDED");
        return export.path("exportManifest").asText();
    }

    /** The data files of an export by their names, and its count. */
    Map<String, String> exported(String domain) {
        String summary = export(domain);
        String directory = summary.substring(0, summary.lastIndexOf('/') + 1);
        var files = new TreeMap<String, String>();
        for (String key : keys(directory + "data/")) {
            files.put(key.substring(directory.length()), text(key));
        }
        return files;
    }

    /** @param options further members, each with a comma before it */
    HttpResponse start(String domain, String format, String key, String options) {
        return stage.startImport("{\"domainName\":\"%s\",\"s3Bucket\":\"bucket\",\"s3Key\":\"%s\",\"format\":\"%s\"%s}"
                .formatted(domain, key, format, options));
    }

    Job<?> load(String domain, String format, String key) {
        return load(domain, format, key, "");
    }

    Job<?> load(String domain, String format, String key, String options) {
        HttpResponse started = start(domain, format, key, options);
        assertThat(started.status()).as(Stage.text(started)).isEqualTo(200);
        return stage.awaitJob(Stage.read(started).path("jobId").asText());
    }

    /** Why it failed: code and message. */
    static String failure(Job<?> job) {
        return job.failure()
                .map(failure -> failure.code() + ": " + failure.message())
                .orElse("it is " + job.state());
    }

    /** How many domains there are, and items in all of them. */
    String stored() {
        return stage.database.read(
                handle -> handle.createQuery("""
                        SELECT (SELECT count(*) FROM simpledb_domain) || ' domains, '
                            || (SELECT count(*) FROM simpledb_item) || ' items'""").mapTo(String.class).one());
    }
}
