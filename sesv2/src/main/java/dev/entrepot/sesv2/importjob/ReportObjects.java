package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.jobs.JobId;
import dev.entrepot.sesv2.contract.DataFormat;
import dev.entrepot.sesv2.importjob.RejectStore.Spelling;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.ServerSideEncryption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Writes the failed records of an import to a bucket of its account, which is made when it is not there. */
final class ReportObjects {
    private final Database database;
    private final ObjectStore objects;

    ReportObjects(Database database, ObjectStore objects) {
        this.database = database;
        this.objects = objects;
    }

    /** The file with line and reason of each record. */
    static ObjectLocation explained(Owner owner, JobId job, DataFormat format) {
        return at(owner, job, "failed", format);
    }

    private static ObjectLocation at(Owner owner, JobId job, String name, DataFormat format) {
        String extension = format == DataFormat.CSV ? ".csv" : ".ndjson";
        return new ObjectLocation(
                "entrepot-ses-" + owner.account() + "-" + owner.region(),
                "import-jobs/" + job + "/" + name + extension);
    }

    void write(Job<ImportRequest> job) {
        DataFormat format = job.request().format();
        ObjectLocation explained = explained(job.owner(), job.id(), format);
        try {
            objects.ensureBucket(Requester.of(job.owner()), explained.bucket());
            put(job, explained, Spelling.EXPLAINED);
            put(job, at(job.owner(), job.id(), "rejected", format), Spelling.RAW);
        } catch (ObjectRequestFailed refused) {
            if (refused.error() == ObjectError.INTERNAL_ERROR) {
                throw refused; // the disk's trouble may pass
            }
            throw new JobFailed(
                    ImportJob.UNREPORTED,
                    "The failed records could not be written to " + explained + ": " + refused.getMessage());
        }
    }

    private void put(Job<ImportRequest> job, ObjectLocation location, Spelling spelling) {
        PutOptions options = PutOptions.DEFAULT
                .contentType(job.request().format() == DataFormat.CSV ? "text/csv" : "application/x-ndjson")
                .encryption(ServerSideEncryption.AES256);
        try (InputStream records = RejectStore.read(database, job.id(), spelling)) {
            objects.put(Requester.of(job.owner()), location, options, records);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // nothing is closed that could fail
        }
    }
}
