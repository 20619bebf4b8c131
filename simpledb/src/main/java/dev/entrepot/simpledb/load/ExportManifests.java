package dev.entrepot.simpledb.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.storage.objects.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads the manifests of an export (SimpleDB dossier, sections 2.3 and 2.4) and finds its data files beside them, also where the export
 * was copied to another bucket or prefix.
 */
record ExportManifests(SourceObjects objects, String summaryKey) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUMMARY = "manifest-summary.json";
    private static final String VERSION = "2025-11-01";
    private static final int SUMMARY_LIMIT = 1 << 20;
    /** A hundred thousand data files. */
    private static final int FILES_LIMIT = 32 << 20;

    /** @param items of all files */
    record Listing(List<SourceFile> files, long items) {}

    /** @throws JobFailed when the manifests contradict each other or a file is not there */
    Listing read() {
        if (!summaryKey.endsWith(SUMMARY)) {
            throw invalid(summaryKey, "is no " + SUMMARY);
        }
        String directory = summaryKey.substring(0, summaryKey.length() - SUMMARY.length());
        JsonNode summary = json(summaryKey, SUMMARY_LIMIT);
        if (!VERSION.equals(summary.path("version").textValue())) {
            throw invalid(summaryKey, "has version " + summary.path("version") + "; only \"" + VERSION + "\" is known");
        }
        String manifestKey = directory + "manifest-file.json";
        String exported = required(summary, "s3ExportPrefix", summaryKey) + "/";
        List<SourceFile> files = files(json(manifestKey, FILES_LIMIT), manifestKey, exported, directory);
        long listed = files.stream()
                .mapToLong(file -> file.listed().orElseThrow().items())
                .sum();
        if (listed != summary.path("itemsCount").asLong(-1)) {
            throw invalid(
                    summaryKey,
                    "says that there are " + summary.path("itemsCount") + " items, but the files of "
                            + objects.uri(manifestKey) + " have " + listed);
        }
        return new Listing(files, listed);
    }

    private List<SourceFile> files(JsonNode manifest, String manifestKey, String exported, String directory) {
        var files = new ArrayList<SourceFile>();
        var seen = new HashSet<String>();
        for (JsonNode entry : manifest) {
            String listed = required(entry, "dataFileS3Key", manifestKey);
            if (!listed.startsWith(exported)) {
                throw invalid(manifestKey, "lists " + listed + ", which is not in the export's own " + exported);
            }
            if (!seen.add(listed)) {
                throw invalid(manifestKey, "lists " + listed + " twice");
            }
            String md5 = required(entry, "md5Checksum", manifestKey);
            long items = entry.path("dataFileItemCount").asLong(-1);
            StoredObject object = objects.head(directory + listed.substring(exported.length()));
            files.add(new SourceFile(
                    object.key(), object.size(), object.etag(), Optional.of(new SourceFile.Listed(md5, items))));
        }
        return files;
    }

    private String required(JsonNode object, String member, String key) {
        return Optional.ofNullable(object.path(member).textValue()).orElseThrow(() -> invalid(key, "has no " + member));
    }

    private JsonNode json(String key, int limit) {
        try {
            return JSON.readTree(objects.read(key, limit));
        } catch (IOException e) {
            throw invalid(key, "is not JSON");
        }
    }

    private JobFailed invalid(String key, String what) {
        return new JobFailed("SourceInvalid", objects.uri(key) + " " + what + ".");
    }
}
