package dev.entrepot.simpledb.load;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.simpledb.load.SourceRecord.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads a file to its last byte before anything is written: an export's must be what its manifest says, bytes and items, and all
 * its items good. Of other files the records that are no items go to an object of their own.
 */
final class Verification {
    private static final int REPORT_EVERY = 500;

    private final PartRun<ImportRequest, FilePart> run;
    private final SourceObjects objects;
    private final SourceFile file;
    private long records;

    Verification(PartRun<ImportRequest, FilePart> run, SourceObjects objects) {
        this.run = run;
        this.objects = objects;
        this.file = run.part().file();
    }

    void run() {
        try (InputStream source = objects.open(file)) {
            if (file.listed().isPresent()) {
                verify(source, file.listed().get());
            } else {
                reject(source);
            }
        } catch (SourceInvalid e) {
            throw failed("SourceInvalid", ": " + e.getMessage());
        } catch (IOException e) {
            throw objects.unreadable(file.key(), e);
        } catch (UncheckedIOException e) {
            throw objects.unreadable(file.key(), e.getCause());
        }
    }

    private void verify(InputStream source, SourceFile.Listed listed) throws IOException {
        var digested = new DigestInputStream(source, md5());
        Optional<SourceInvalid> invalid = Optional.empty();
        try {
            readAll(digested);
        } catch (SourceInvalid e) {
            invalid = Optional.of(e); // the likeliest reason comes first
        }
        digested.transferTo(OutputStream.nullOutputStream());
        String md5 =
                Base64.getEncoder().encodeToString(digested.getMessageDigest().digest());
        if (!md5.equals(listed.md5Checksum())) {
            throw failed(
                    "ChecksumMismatch", " has MD5 " + md5 + ", but its manifest says " + listed.md5Checksum() + ".");
        }
        if (invalid.isPresent()) {
            throw invalid.get();
        }
        if (records != listed.items()) {
            throw failed("CountMismatch", " has " + records + " items, but its manifest says " + listed.items() + ".");
        }
    }

    @SuppressWarnings("resource") // closing it would close the source, which may hold more than the records
    private void readAll(InputStream source) throws IOException {
        Optional<Rejected> bad = nextRejected(OpenFile.of(run.job().request(), source));
        if (bad.isPresent()) {
            throw new SourceInvalid(
                    "line " + bad.get().line() + ": " + bad.get().reason());
        }
    }

    private void reject(InputStream source) throws IOException {
        try (OpenFile open = OpenFile.of(run.job().request(), source);
                var rejected = new RejectedStream(() -> nextRejected(open))) {
            if (!rejected.isEmpty()) {
                objects.put(ImportJob.rejectedKey(run.job().id()), rejected);
            }
        }
    }

    private Optional<Rejected> nextRejected(OpenFile open) throws IOException {
        Optional<SourceRecord> record = open.next();
        while (record.isPresent()) {
            records++;
            if (records % REPORT_EVERY == 0) {
                run.progress(new Counts(0, 0, open.furtherBytes()));
            }
            if (record.get() instanceof Rejected rejected) {
                return Optional.of(rejected);
            }
            record = open.next();
        }
        run.progress(new Counts(0, 0, open.furtherBytes()));
        return Optional.empty();
    }

    private JobFailed failed(String code, String what) {
        return new JobFailed(code, objects.uri(file.key()) + what);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has MD5", e);
        }
    }
}
