package dev.entrepot.mailmanager.importjob;

import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Imports on a stage into one list. */
final class Imports implements AutoCloseable {
    final Stage stage;
    final String list;

    Imports(Stage stage) {
        this.stage = stage;
        this.list =
                stage.call("CreateAddressList", "{'AddressListName':'mine'}").text("AddressListId");
    }

    Answer create(String type) {
        return stage.call(
                "CreateAddressListImportJob",
                "{'AddressListId':'%s','Name':'new','ImportDataFormat':{'ImportDataType':'%s'}}".formatted(list, type));
    }

    /** Makes a job and uploads its file; returns its id. */
    String uploaded(String type, String file) {
        Answer job = create(type);
        upload(job, file);
        return job.text("JobId");
    }

    /** As a PUT to the link does, whose signature is the S3 API's affair. */
    void upload(Answer job, String file) {
        stage.buckets.put(
                Requester.of(Stage.OWNER),
                location(job),
                PutOptions.DEFAULT,
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    static ObjectLocation location(Answer job) {
        String path = URI.create(job.text("PreSignedUrl")).getPath();
        int slash = path.indexOf('/', 1);
        return new ObjectLocation(path.substring(1, slash), path.substring(slash + 1));
    }

    Answer start(String id) {
        return call("StartAddressListImportJob", id);
    }

    Answer stop(String id) {
        return call("StopAddressListImportJob", id);
    }

    Answer get(String id) {
        return call("GetAddressListImportJob", id);
    }

    private Answer call(String operation, String id) {
        return stage.call(operation, "{'JobId':'%s'}".formatted(id));
    }

    /** Imports a file and waits for the end. */
    Answer run(String type, String file) {
        String id = uploaded(type, file);
        start(id);
        return await(id);
    }

    Answer await(String id) {
        Eventually.await(() -> !get(id).text("Status").equals("PROCESSING"));
        return get(id);
    }

    /** Likewise, while time goes on: a run that failed is tried again after a pause. */
    Answer awaitThroughRetries(String id) {
        Eventually.await(() -> {
            stage.clock.advance(Duration.ofSeconds(1));
            return !get(id).text("Status").equals("PROCESSING");
        });
        return get(id);
    }

    /** Such as {@code COMPLETED 3/1}: imported and failed. */
    static String summary(Answer job) {
        return job.text("Status") + " " + job.body().path("ImportedItemsCount") + "/"
                + job.body().path("FailedItemsCount");
    }

    void register(String address) {
        stage.call("RegisterMemberToAddressList", "{'AddressListId':'%s','Address':'%s'}".formatted(list, address));
    }

    /** All of them, by the pages of the listing. */
    List<String> members() {
        var addresses = new ArrayList<String>();
        String token = "";
        do {
            String next = token.isEmpty() ? "" : ",'NextToken':'" + token + "'";
            Answer page = stage.call(
                    "ListMembersOfAddressList", "{'AddressListId':'" + list + "','PageSize':1000" + next + "}");
            page.body()
                    .path("Addresses")
                    .forEach(member -> addresses.add(member.path("Address").asText()));
            token = page.text("NextToken");
        } while (!token.isEmpty());
        return addresses;
    }

    @Override
    public void close() {
        stage.close();
    }
}
