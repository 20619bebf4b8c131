package dev.entrepot.simpledb.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobState;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A backup is worth what comes back: a domain that was exported and imported is exported as the same bytes. */
class RoundTripTest {
    private static final String NASTY = "quotes \" ' ` \\ / newline \n return \r tab \t NUL \0 delete \u007f C1 \u0085 "
            + "separators \u2028\u2029 BOM \ufeff nonchar \uffff\ufffe RTL \u202e emoji \ud83d\ude00 e\u0301 \u00e9 </script> {}[],:";

    @OnEveryDatabase
    void aDomainOfNastyItemsComesBackAsItWas(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.classic("CreateDomain", "DomainName", "domain");
            put(stage, NASTY, NASTY, NASTY, NASTY, "", "plain", "value", "plain", "Value", "plain", "");
            put(stage, "\uff5e", "order", "below the next");
            put(stage, "\ud83d\ude00", "order", "above the one before");
            put(stage, " ", "\0", "\0");
            String longest = "\u00e9".repeat(512);
            put(stage, longest, longest, longest);
            put(
                    stage,
                    "many",
                    IntStream.range(0, 512)
                            .mapToObj(i -> i % 2 == 0 ? "n" : "v" + i)
                            .toArray(String[]::new));
            assertComesBack(stage, 6);
        }
    }

    @OnEveryDatabase
    void anEmptyDomainComesBackEmpty(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.classic("CreateDomain", "DomainName", "domain");
            assertComesBack(stage, 0);
        }
    }

    // Batches end within files.
    @OnEveryDatabase
    void aDomainOfManyBatchesComesBackAsItWas(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            source.put("items.ndjson", items(0, 3_500));
            source.load("domain", "NDJSON", "items.ndjson");
            assertComesBack(stage, 3_500);
        }
    }

    // A domain beyond one data file; and files that were copied, as from AWS to here, are found beside their manifest.
    @OnEveryDatabase
    void anExportOfSeveralFilesInAnyLayoutElsewhereIsImported(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            source.put("items.ndjson", items(0, 2_500));
            source.load("domain", "NDJSON", "items.ndjson");
            String pretty = items(0, 1_200).strip().replace("\n", ",\n  ").replace(":[", ": [ ");
            String dense = items(1_200, 2_500).strip().replace('\n', ',');
            String summary = new HandmadeExport(source, "copied/here")
                    .file("dataFile_1_2.json", "[" + pretty + "]", 1_200)
                    .file("dataFile_3_4.json", "[" + dense + "]", 1_300)
                    .summary(2_500);
            Job<?> job = source.load("copy", "EXPORT", summary);
            assertThat(Source.failure(job)).isEqualTo("it is SUCCEEDED");
            assertThat(source.exported("copy")).isEqualTo(source.exported("domain"));
        }
    }

    private static void assertComesBack(Stage stage, int items) {
        var source = new Source(stage);
        String summary = source.export("domain");
        Job<?> job = source.load("copy", "EXPORT", summary);
        assertThat(Source.failure(job)).isEqualTo("it is SUCCEEDED");
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.done().records())
                .isEqualTo(items)
                .isEqualTo(job.expected().records());
        assertThat(job.done().bytes()).isEqualTo(job.expected().bytes());
        assertThat(source.exported("copy")).isEqualTo(source.exported("domain"));
        assertThat(Stage.text(stage.classic("DomainMetadata", "DomainName", "copy"))
                        .replaceAll("(?s).*<ItemCount>|</ItemCount>.*", ""))
                .isEqualTo("" + items);
    }

    private static String items(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(
                        "{\"itemName\":\"item %1$06d\",\"attributes\":[{\"name\":\"a\",\"values\":[\"%1$d\",\"x\"]}]}\n"
                                ::formatted)
                .collect(Collectors.joining());
    }

    private static void put(Stage stage, String item, String... namesAndValues) {
        var parameters = new ArrayList<>(List.of("DomainName", "domain", "ItemName", item));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.addAll(List.of("Attribute." + i + ".Name", namesAndValues[i]));
            parameters.addAll(List.of("Attribute." + i + ".Value", namesAndValues[i + 1]));
        }
        var response = stage.classic("PutAttributes", parameters.toArray(String[]::new));
        assertThat(response.status()).as(Stage.text(response)).isEqualTo(200);
    }
}
