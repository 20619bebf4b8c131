package dev.entrepot.bench;

import dev.entrepot.bench.audience.AudienceRun;
import dev.entrepot.bench.figures.Machine;
import dev.entrepot.bench.figures.Stolen;
import dev.entrepot.bench.program.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the benchmarks named, or all of them. */
public final class Main {
    private static final Map<String, Benchmark> BENCHMARKS = new LinkedHashMap<>();

    static {
        BENCHMARKS.put("export", new ExportBenchmark());
        BENCHMARKS.put("ses-import", new SesImportBenchmark());
        BENCHMARKS.put("small-export", new SmallExportBenchmark());
        BENCHMARKS.put("start", new StartBenchmark());
        BENCHMARKS.put("get-attributes", new GetAttributesBenchmark());
        BENCHMARKS.put("put-attributes", new PutAttributesBenchmark());
        BENCHMARKS.put("wire", new WireBenchmark());
        BENCHMARKS.put("put-during-export", new PutDuringExportBenchmark());
        BENCHMARKS.put("batch-put-attributes", new BatchPutAttributesBenchmark());
        BENCHMARKS.put("select", new SelectBenchmark());
        BENCHMARKS.put("smtp", new SmtpBenchmark());
        BENCHMARKS.put("mail-load", new MailLoadBenchmark());
        BENCHMARKS.put("lookalike", new LookalikeBenchmark());
        BENCHMARKS.put("audience-jobs", new AudienceJobsBenchmark());
        BENCHMARKS.put("mail-search", new MailSearchBenchmark());
        BENCHMARKS.put("mail-export", new MailExportBenchmark());
    }

    private Main() {}

    public static void main(String[] names) throws IOException {
        if (names.length == 3 && names[0].equals("audiences") && names[1].equals("--data")) {
            System.out.printf("audiences of %s (%s)%n", names[2], Machine.text());
            ChildJvm.run("-Xmx6g", AudienceRun.class, names[2]);
            return;
        }
        if (!BENCHMARKS.keySet().containsAll(List.of(names))) {
            System.err.println("bench takes " + String.join(", ", BENCHMARKS.keySet())
                    + ", or nothing for all of these; or audiences --data DIR");
            System.exit(2);
        }
        Path launcher =
                Path.of(System.getProperty("entrepot.home", ""), "entrepot").toAbsolutePath();
        for (String name : names.length == 0 ? BENCHMARKS.keySet() : Arrays.asList(names)) {
            System.out.printf("%s (%s)%n", name, Machine.text());
            Path directory = Files.createTempDirectory("entrepot-bench");
            Stolen before = Stolen.now();
            try {
                BENCHMARKS.get(name).run(new Benchmark.Setting(launcher, directory, System.out));
                System.out.printf(
                        "  %.0f %% of the processors' time went to other machines of this host%n",
                        100 * Stolen.now().since(before));
            } finally {
                delete(directory);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
