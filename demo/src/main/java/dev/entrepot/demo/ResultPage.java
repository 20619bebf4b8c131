package dev.entrepot.demo;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What there is to see once the export is checked: the objects, what they look like, where they lie, what to try next. */
final class ResultPage {
    private static final int MANY = 12;
    private static final JsonMapper JSON = new JsonMapper();

    private final Screen screen;
    private final boolean keep;

    ResultPage(Screen screen, boolean keep) {
        this.screen = screen;
        this.keep = keep;
    }

    void show(ExportedObjects objects, Export export, Verification.Findings findings, Path data) throws IOException {
        String domain = findings.summary().path("domainName").asText();
        screen.heading("The export");
        screen.block(objects(export, objects.list(export.directory())));
        DataFile first = findings.files().getFirst();
        screen.heading("The first item of " + relative(export, first.dataFileS3Key()) + " (line breaks added)");
        screen.block(firstItem(objects, first));
        screen.heading("manifest-summary.json");
        screen.block(pretty(findings.summary()));
        screen.heading("On disk");
        screen.block(disk(data));
        screen.heading("Next");
        (keep ? next(data, export, domain) : next()).forEach(screen::command);
    }

    private static List<String> objects(Export export, Map<String, Long> sizes) {
        var lines = new ArrayList<String>();
        lines.add("s3://" + export.bucket() + "/" + export.directory());
        sizes.entrySet().stream()
                .limit(MANY)
                .map(object ->
                        "  %-28s %12s".formatted(relative(export, object.getKey()), Screen.bytes(object.getValue())))
                .forEach(lines::add);
        if (sizes.size() > MANY) {
            lines.add("  and " + (sizes.size() - MANY) + " more");
        }
        return lines;
    }

    private static String relative(Export export, String key) {
        return key.substring(export.directory().length());
    }

    /** The server writes an item a line, the first after the line that opens the array. */
    private static List<String> firstItem(ExportedObjects objects, DataFile file) throws IOException {
        try (var lines =
                new BufferedReader(new InputStreamReader(objects.open(file.dataFileS3Key()), StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .skip(1)
                    .findFirst()
                    .map(item -> item.replaceFirst(",$", "")
                            .replace("[{\"name\"", "[\n  {\"name\"")
                            .replace("},{", "},\n  {"))
                    .stream()
                    .flatMap(String::lines)
                    .toList();
        }
    }

    private static List<String> pretty(JsonNode json) throws IOException {
        var colon = Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        var printer = new DefaultPrettyPrinter(colon).withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer(printer).writeValueAsString(json).lines().toList();
    }

    private List<String> disk(Path data) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(data + (keep ? ", kept" : ", deleted when this ends"));
        try (var entries = Files.list(data)) {
            for (Path entry : entries.sorted().toList()) {
                long size = size(entry);
                if (size > 0) {
                    String name = entry.getFileName() + (Files.isDirectory(entry) ? "/" : "");
                    lines.add("  %-28s %12s".formatted(name, Screen.bytes(size)));
                }
            }
        }
        return lines;
    }

    private static long size(Path entry) throws IOException {
        try (var files = Files.walk(entry)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        }
    }

    private static List<String> next() {
        return List.of(
                "./entrepot demo --keep        keep the data, print commands to look at them",
                "./entrepot demo --items FILE  the same with items of your own, see --help",
                "./entrepot serve              run a server; README.md has a tour with aws");
    }

    private static List<String> next(Path data, Export export, String domain) {
        return List.of(
                "D=" + data,
                "./entrepot serve --data $D &",
                "export AWS_SHARED_CREDENTIALS_FILE=$D/aws/credentials",
                "export AWS_CONFIG_FILE=$D/aws/config",
                "aws s3 ls --recursive s3://" + export.bucket(),
                "aws sdb select --select-expression 'select * from %s limit 1'".formatted(domain));
    }
}
