package dev.entrepot.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.server.Entrepot;
import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.Settings;
import dev.entrepot.server.credentials.CredentialTable;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever runs jobs asks from a shell what runs, who began it and why it failed, without knowing any of the AWS APIs. */
class JobsCommandTest {
    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aJobIsListedShownAndWatchedAndOneThatEndedStaysAsItIs() throws IOException {
        try (var entrepot = Entrepot.start(configuration(), InstantSource.system())) {
            assertThat(run("jobs", "list")).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("JOB ").hasLineCount(1);

            put("""
                    {"itemName":"a","attributes":[{"name":"n","values":["1"]}]}
                    {"itemName":"b","attributes":[{"name":"n","values":["2"]}]}
                    """);
            assertThat(run("simpledb", "import", "s3://bucket/two.ndjson", "--domain", "places"))
                    .as(err::toString)
                    .isZero();
            assertThat(run("jobs", "list", "--json")).isZero();
            String json = out.toString(StandardCharsets.UTF_8);
            assertThat(json)
                    .contains("\"kind\":\"simpledb-import\"", "\"subject\":\"places\"", "\"state\":\"SUCCEEDED\"")
                    .hasLineCount(1);
            String id = json.replaceAll("(?s).*\"id\":\"([^\"]*)\".*", "$1");

            String key = Files.readString(data.resolve("aws/credentials"))
                    .replaceAll("(?s).*aws_access_key_id = (\\S+).*", "$1");
            assertThat(run("jobs", "show", id)).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("Job        " + id, "Service    simpledb", "By key     " + key, "Request    ");
            assertThat(run("jobs", "stop", id)).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("State      SUCCEEDED");
            assertThat(run("jobs", "list", "--active")).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1);
            assertThat(run("jobs", "watch")).isZero();
            assertThat(run("jobs", "show", "no-job")).isEqualTo(1);
            assertThat(err).hasToString("entrepot: There is no such job.\n");
            assertThat(entrepot.uri()).isNotNull();
        }
        assertThat(run("jobs", "list")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is the server running?");
    }

    // AWS's own answers must not change with it: an export is told of for ever, an import has no API there.
    @Test
    void onlyJobsThatNoApiTellsOfAreForgottenAfterTheirDays() throws IOException {
        var clock = new SettableClock();
        var given =
                Map.of(Setting.PORT, "0", Setting.DATA, data.toString(), Setting.AUTH, "open", Setting.JOB_DAYS, "2");
        put("{\"itemName\":\"a\",\"attributes\":[{\"name\":\"n\",\"values\":[\"1\"]}]}\n");
        try (var entrepot = Entrepot.start(ServerConfiguration.of(new Settings(given, Map.of()), data), clock)) {
            assertThat(run("simpledb", "import", "s3://bucket/two.ndjson", "--domain", "places"))
                    .as(err::toString)
                    .isZero();
            new Rehearsal(entrepot.uri(), "").export("places", "bucket");
            assertThat(kinds()).containsExactlyInAnyOrder("simpledb-import", "simpledb-export");
            clock.advance(Duration.ofDays(1));
            assertThat(kinds()).hasSize(2);
            Eventually.await(() -> {
                clock.advance(Duration.ofHours(1));
                return kinds().equals(List.of("simpledb-export"));
            });
        }
    }

    private List<String> kinds() {
        assertThat(run("jobs", "list", "--json")).as(err::toString).isZero();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll(".*\"kind\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    @Test
    void completionKnowsTheCommandsAndTheirOptions() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("#!/usr/bin/env bash")
                .contains("'--active'", "backup", "completion");
    }

    private void put(String text) {
        var owner = Requester.of(new Owner(CredentialTable.DEFAULT_ACCOUNT, "us-east-1"));
        try (var objects = Stores.objects(configuration().stores(), InstantSource.system())) {
            objects.createBucket(owner, "bucket");
            objects.put(
                    owner,
                    new ObjectLocation("bucket", "two.ndjson"),
                    PutOptions.DEFAULT,
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private ServerConfiguration configuration() {
        var given = Map.of(Setting.PORT, "0", Setting.DATA, data.toString());
        return ServerConfiguration.of(new Settings(given, Map.of()), data);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new Commands(
                        Map.of("ENTREPOT_DATA", data.toString(), "HOME", data.toString()),
                        data,
                        InstantSource.system(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }
}
