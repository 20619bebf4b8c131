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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Writes what imports and dry runs have to tell to a bucket of their account, which is made when it is not there. */
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

    /** The report of a dry run. */
    static ObjectLocation changes(Owner owner, JobId job) {
        return new ObjectLocation(bucket(owner), "import-dry-runs/" + job + ".json");
    }

    private static ObjectLocation at(Owner owner, JobId job, String name, DataFormat format) {
        String extension = format == DataFormat.CSV ? ".csv" : ".ndjson";
        return new ObjectLocation(bucket(owner), "import-jobs/" + job + "/" + name + extension);
    }

    private static String bucket(Owner owner) {
        return "entrepot-ses-" + owner.account() + "-" + owner.region();
    }

    void write(Job<ImportRequest> job) {
        DataFormat format = job.request().format();
        ObjectLocation explained = explained(job.owner(), job.id(), format);
        orFail(job.owner(), "The failed records", explained, () -> {
            put(job, explained, Spelling.EXPLAINED);
            put(job, at(job.owner(), job.id(), "rejected", format), Spelling.RAW);
        });
    }

    void write(Job<ImportRequest> job, Changes changes) {
        ObjectLocation report = changes(job.owner(), job.id());
        orFail(
                job.owner(),
                "The report",
                report,
                () -> put(job.owner(), report, "application/json", new ByteArrayInputStream(changes.json())));
    }

    private void orFail(Owner owner, String what, ObjectLocation where, Runnable work) {
        try {
            objects.ensureBucket(Requester.of(owner), where.bucket());
            work.run();
        } catch (ObjectRequestFailed refused) {
            if (refused.error() == ObjectError.INTERNAL_ERROR) {
                throw refused; // the disk's trouble may pass
            }
            throw new JobFailed(
                    ImportJob.UNREPORTED, what + " could not be written to " + where + ": " + refused.getMessage());
        }
    }

    private void put(Job<ImportRequest> job, ObjectLocation location, Spelling spelling) {
        String type = job.request().format() == DataFormat.CSV ? "text/csv" : "application/x-ndjson";
        try (InputStream records = RejectStore.read(database, job.id(), spelling)) {
            put(job.owner(), location, type, records);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // nothing is closed that could fail
        }
    }

    private void put(Owner owner, ObjectLocation location, String type, InputStream content) {
        PutOptions options = PutOptions.DEFAULT.contentType(type).encryption(ServerSideEncryption.AES256);
        objects.put(Requester.of(owner), location, options, content);
    }
}
