package dev.entrepot.mailmanager.importjob;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailure;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.mailmanager.contract.ImportJobStatus;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The import of one file, in one part, since items are imported in the order of the file until the list is full. The part ends well
 * even when the file cannot be imported to its end: the finish, which deletes the file, makes the job fail.
 */
final class AddressListImport implements JobKind<ImportRequest, UploadedFile, Ending> {
    private final Uploads uploads;
    private final InstantSource clock;
    private final int mostMembers;

    AddressListImport(Uploads uploads, InstantSource clock, int mostMembers) {
        this.uploads = uploads;
        this.clock = clock;
        this.mostMembers = mostMembers;
    }

    @Override
    public String name() {
        return "mailmanager-address-list-import";
    }

    @Override
    public Class<ImportRequest> request() {
        return ImportRequest.class;
    }

    @Override
    public Class<UploadedFile> part() {
        return UploadedFile.class;
    }

    @Override
    public Class<Ending> result() {
        return Ending.class;
    }

    /** The API tells of the import's own row. */
    @Override
    public boolean isForgettable() {
        return true;
    }

    @Override
    public Plan<UploadedFile> plan(Job<ImportRequest> job) {
        StoredObject file = uploads.find(job.owner(), location(job));
        return new Plan<>(List.of(new UploadedFile(file.etag(), file.size())), 0, 0, clock.instant());
    }

    @Override
    public Ending runPart(PartRun<ImportRequest, UploadedFile> run) {
        Job<ImportRequest> job = run.job();
        try (InputStream bytes =
                        uploads.open(job.owner(), location(job), run.part().etag());
                AddressFile file = AddressFile.of(job.request().type(), bytes)) {
            new Loading(run, file, clock, mostMembers).load();
            return Ending.COMPLETE;
        } catch (FileUnusable unusable) {
            return new Ending(Optional.of(unusable.getMessage()));
        } catch (IOException damaged) { // the store has checked what it can, so another try would read the same
            return new Ending(Optional.of("The input file cannot be read: " + damaged.getMessage() + "."));
        }
    }

    @Override
    public void finish(Job<ImportRequest> job, List<Ending> endings) {
        uploads.delete(job.owner(), location(job));
        endings.getFirst().failure().ifPresent(why -> {
            throw Uploads.failed(why);
        });
    }

    @Override
    public void ended(Handle handle, Job<ImportRequest> job) {
        ImportJobStatus status = switch (job.state()) {
            case SUCCEEDED -> ImportJobStatus.COMPLETED;
            case CANCELLED -> ImportJobStatus.STOPPED;
            default -> ImportJobStatus.FAILED;
        };
        Optional<String> error = job.failure().map(JobFailure::message);
        ImportStore.end(
                handle, job.request().importId(), status, error, job.endedAt().orElseGet(clock::instant));
    }

    private static ObjectLocation location(Job<ImportRequest> job) {
        return Uploads.location(
                job.owner(), job.request().importId(), job.request().type());
    }
}
