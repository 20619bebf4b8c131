package dev.entrepot.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads an export as its owner would who trusts nothing: AWS's recipe (every MD5, every count, their sum), and beyond it every
 * item against what was loaded. Memory holds the loaded items, never a data file.
 */
final class Verification {
    private static final JsonMapper JSON = new JsonMapper();

    private final ExportedObjects objects;
    private final Map<String, Item> missing;
    private long bytes;

    private Verification(ExportedObjects objects, List<Item> loaded) {
        this.objects = objects;
        this.missing = new HashMap<>(loaded.stream().collect(Collectors.toMap(Item::name, Function.identity())));
    }

    /**
     * What was found.
     *
     * @param bytes of all data files
     */
    record Findings(JsonNode summary, List<DataFile> files, long items, long bytes) {}

    /** @throws ExportUntrue at the first thing that is not as it should be */
    static Findings verify(ExportedObjects objects, Export export, List<Item> loaded) {
        try {
            return new Verification(objects, loaded).verify(export, loaded.size());
        } catch (IOException e) {
            throw new UncheckedIOException("The export could not be read back", e);
        }
    }

    private Findings verify(Export export, long loaded) throws IOException {
        JsonNode summary = JSON.readTree(contents(export.manifest()));
        List<DataFile> files =
                JSON.readerForListOf(DataFile.class).readValue(contents(export.directory() + "manifest-file.json"));
        expect("The summary's export", export.arn(), summary.path("exportArn").asText());
        expect("The items that GetExport counts", loaded, export.itemsCount());
        expect("The summary's itemsCount", loaded, summary.path("itemsCount").asLong());
        expect(
                "The sum of dataFileItemCount",
                loaded,
                files.stream().mapToLong(DataFile::dataFileItemCount).sum());
        expectNothingElse(export, files);
        for (DataFile file : files) {
            verify(file);
        }
        if (!missing.isEmpty()) {
            throw new ExportUntrue("Item '%s' was loaded and is in no data file"
                    .formatted(missing.keySet().iterator().next()));
        }
        return new Findings(summary, files, loaded, bytes);
    }

    /** The MD5 goes first: in a damaged file it is the damage that is to be named, not what became of an item. */
    private void verify(DataFile file) throws IOException {
        String key = file.dataFileS3Key();
        MessageDigest md5 = md5();
        try (var in = objects.open(key)) {
            bytes += in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), md5));
        }
        expect("The MD5 of " + key, file.md5Checksum(), Base64.getEncoder().encodeToString(md5.digest()));
        long items = 0;
        try (var elements = JSON.readerFor(ExportedItem.class).<ExportedItem>readValues(objects.open(key))) {
            for (; elements.hasNextValue(); items++) {
                verify(elements.nextValue().item());
            }
        }
        expect("The number of items in " + key, file.dataFileItemCount(), items);
    }

    private void verify(Item exported) {
        Item loaded = missing.remove(exported.name());
        if (loaded == null) {
            throw new ExportUntrue("Item '%s' was not loaded, or is there twice".formatted(exported.name()));
        }
        expect("Item '" + exported.name() + "'", loaded.attributes(), exported.attributes());
    }

    /** Nobody else's objects lie in the export's directory, and none of its own is missing. */
    private void expectNothingElse(Export export, List<DataFile> files) {
        var keys = new TreeSet<>(
                List.of(export.directory() + "_started", export.directory() + "manifest-file.json", export.manifest()));
        files.forEach(file -> keys.add(file.dataFileS3Key()));
        expect("The export's objects", keys, objects.list(export.directory()).keySet());
    }

    private byte[] contents(String key) throws IOException {
        try (var in = objects.open(key)) {
            return in.readAllBytes();
        }
    }

    private static void expect(String what, Object right, Object found) {
        if (!right.equals(found)) {
            throw new ExportUntrue("%s should be %s and is %s".formatted(what, right, found));
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
