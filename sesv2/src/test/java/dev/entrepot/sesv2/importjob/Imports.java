package dev.entrepot.sesv2.importjob;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Imports on a stage: files for the list {@code news} with the topics Sports (OPT_OUT) and Cycling (OPT_IN), and others. */
final class Imports implements AutoCloseable {
    static final String CONTACTS = contacts("PUT");
    static final String SUPPRESSION = suppression("PUT");
    private static final String LIST = """
            {"ContactListName":"news","Topics":[
              {"TopicName":"Sports","DisplayName":"Sports","DefaultSubscriptionStatus":"OPT_OUT"},
              {"TopicName":"Cycling","DisplayName":"Cycling","DefaultSubscriptionStatus":"OPT_IN"}]}""";

    final Stage stage;
    private int files;

    Imports(TestDatabase test) {
        this(new Stage(test));
    }

    Imports(Stage stage) {
        this.stage = stage;
        stage.call("POST", "contact-lists", LIST);
    }

    static String contacts(String action) {
        return """
                {"ContactListDestination":{"ContactListName":"news","ContactListImportAction":"%s"}}""".formatted(action);
    }

    static String suppression(String action) {
        return """
                {"SuppressionListDestination":{"SuppressionListImportAction":"%s"}}""".formatted(action);
    }

    /** Imports a file and waits for the end of its job. */
    Ended csv(String destination, String... lines) {
        return run(destination, "CSV", String.join("\n", lines) + "\n");
    }

    Ended json(String destination, String... lines) {
        return run(destination, "JSON", String.join("\n", lines) + "\n");
    }

    Ended run(String destination, String format, String file) {
        return run(destination, format, file.getBytes(StandardCharsets.UTF_8));
    }

    Ended run(String destination, String format, byte[] file) {
        return await(start(destination, format, file));
    }

    /** Returns the job's id. */
    String start(String destination, String format, byte[] file) {
        String key = "file-" + files++;
        put(key, file);
        return create(destination, format, "s3://bucket/" + key);
    }

    void put(String key, byte[] file) {
        stage.objects.put(
                Requester.of(Stage.OWNER),
                new ObjectLocation("bucket", key),
                PutOptions.DEFAULT,
                new ByteArrayInputStream(file));
    }

    String create(String destination, String format, String url) {
        return stage.call("POST", "import-jobs", body(destination, format, url))
                .path("JobId")
                .asText();
    }

    static String body(String destination, String format, String url) {
        return """
                {"ImportDestination":%s,"ImportDataSource":{"S3Url":"%s","DataFormat":"%s"}}""".formatted(destination, url, format);
    }

    Ended await(String id) {
        Eventually.await(() -> job(id).path("JobStatus").asText().matches("COMPLETED|FAILED"));
        return new Ended(job(id));
    }

    private JsonNode job(String id) {
        return stage.get("import-jobs/" + id);
    }

    JsonNode contact(String address) {
        return stage.get("contact-lists/news/contacts/" + address.replace("@", "%40"));
    }

    /** All addresses of the list. */
    List<String> addresses() {
        var addresses = new ArrayList<String>();
        stage.call("POST", "contact-lists/news/contacts/list", "{}")
                .path("Contacts")
                .forEach(contact -> addresses.add(contact.path("EmailAddress").asText()));
        return addresses;
    }

    /** A job as it ended. */
    final class Ended {
        final JsonNode job;

        private Ended(JsonNode job) {
            this.job = job;
        }

        /** Such as {@code COMPLETED 2/0}: processed and failed. */
        String summary() {
            return job.path("JobStatus").asText() + " " + job.path("ProcessedRecordsCount") + "/"
                    + job.path("FailedRecordsCount");
        }

        String error() {
            return job.path("FailureInfo").path("ErrorMessage").asText();
        }

        /** The file of the failed records. */
        String failed() {
            return read("failed");
        }

        /** The failed records as they came. */
        String rejected() {
            return read("rejected");
        }

        private String read(String name) {
            String extension =
                    job.path("ImportDataSource").path("DataFormat").asText().equals("CSV") ? ".csv" : ".ndjson";
            String key = "import-jobs/" + job.path("JobId").asText() + "/" + name + extension;
            var location = new ObjectLocation("entrepot-ses-111122223333-us-east-1", key);
            try (InputStream bytes =
                    stage.objects.get(Requester.of(Stage.OWNER), location).bytes()) {
                return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        stage.close();
    }
}
