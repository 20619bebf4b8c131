package dev.entrepot.sesv2.exportjob;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.sesv2.contract.DataFormat;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.ServerSideEncryption;
import java.io.InputStream;

/** Writes the files of exports to a bucket of their account, which is made when it is not there. */
record ExportObjects(ObjectStore objects) {
    static ObjectLocation location(Job<ExportRequest> job) {
        String extension = job.request().format() == DataFormat.CSV ? ".csv" : ".json";
        return new ObjectLocation(
                "entrepot-ses-" + job.owner().account() + "-" + job.owner().region(),
                "export-jobs/" + job.id() + "/export" + extension);
    }

    void put(Job<ExportRequest> job, InputStream content) {
        ObjectLocation location = location(job);
        PutOptions options = PutOptions.DEFAULT
                .contentType(job.request().format() == DataFormat.CSV ? "text/csv" : "application/json")
                .encryption(ServerSideEncryption.AES256);
        try {
            objects.ensureBucket(Requester.of(job.owner()), location.bucket());
            objects.put(Requester.of(job.owner()), location, options, content);
        } catch (ObjectRequestFailed refused) {
            if (refused.error() == ObjectError.INTERNAL_ERROR) {
                throw refused; // the disk's trouble may pass
            }
            throw new JobFailed(
                    ExportJob.FAILURE, "The export could not be written to " + location + ": " + refused.getMessage());
        }
    }
}
