package dev.entrepot.bench;

import static dev.entrepot.server.client.AudienceResource.AUDIENCE_EXPORT_JOB;
import static dev.entrepot.server.client.AudienceResource.AUDIENCE_GENERATION_JOB;
import static dev.entrepot.server.client.AudienceResource.AUDIENCE_MODEL;
import static dev.entrepot.server.client.AudienceResource.CONFIGURED_AUDIENCE_MODEL;
import static dev.entrepot.server.client.AudienceResource.TRAINING_DATASET;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.entrepot.bench.audience.SampleAudience;
import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.program.ServedProgram;
import dev.entrepot.server.client.AudienceResource;
import dev.entrepot.server.client.Audiences;
import dev.entrepot.server.client.ServerProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The three jobs of an audience as a client has them over HTTP: each from its request to the answer that it is ready. */
final class AudienceJobsBenchmark implements Benchmark {
    private static final int MODELS = 3;
    private static final int EXPORTED = 10_000;
    private static final String ROLE = "arn:aws:iam::000000000000:role/bench";
    private static final Duration PAUSE = Duration.ofMillis(10);

    @Override
    public void run(Setting setting) {
        Path data = setting.directory().resolve("data");
        var sample = new SampleAudience(30_000, 40_000, 1_000_000);
        sample.put(data);
        setting.say("  %,d users, %,d interactions as CSV", sample.users(), sample.interactions());
        try (var server = ServedProgram.start(setting.launcher(), data);
                var audiences = new Audiences(
                        ServerProfile.find(Optional.empty(), Optional.empty(), Map.of(), data), System.err, false)) {
            measure(setting, audiences);
            setting.say(
                    "    peak resident memory of the server: %.0f MB",
                    server.costs().peakResidentBytes() / 1e6);
        }
    }

    private static void measure(Setting setting, Audiences audiences) {
        String dataset = audiences.create(TRAINING_DATASET, SampleAudience.dataset(ROLE));
        var models = new ArrayList<String>();
        var training = new double[MODELS];
        for (int i = 0; i < MODELS; i++) {
            var request = Map.of("name", "model" + i, "trainingDatasetArn", dataset);
            training[i] = seconds(() -> models.add(made(audiences, AUDIENCE_MODEL, request)));
        }
        say(setting, "model, from CreateAudienceModel to ACTIVE:", training);

        String configured = audiences.create(
                CONFIGURED_AUDIENCE_MODEL,
                Map.of(
                        "name",
                        "configured",
                        "audienceModelArn",
                        models.getFirst(),
                        "sharedAudienceMetrics",
                        List.of("ALL"),
                        "minMatchingSeedSize",
                        100,
                        "audienceSizeConfig",
                        Map.of("audienceSizeType", "ABSOLUTE", "audienceSizeBins", List.of(EXPORTED)),
                        "outputConfig",
                        Map.of("roleArn", ROLE, "destination", s3("s3Destination", SampleAudience.DESTINATION))));
        var generating = new double[SampleAudience.SEEDS];
        var exporting = new double[SampleAudience.SEEDS];
        for (int i = 0; i < SampleAudience.SEEDS; i++) {
            var request = Map.of(
                    "name",
                    "job" + i,
                    "configuredAudienceModelArn",
                    configured,
                    "seedAudience",
                    Map.of("roleArn", ROLE, "dataSource", Map.of("s3Uri", SampleAudience.seed(i))));
            String name = "export" + i;
            var jobs = new ArrayList<String>();
            generating[i] = seconds(() -> jobs.add(made(audiences, AUDIENCE_GENERATION_JOB, request)));
            exporting[i] = seconds(() -> export(audiences, jobs.getFirst(), name));
        }
        say(setting, "audience from %d seeds, the first one cold:".formatted(SampleAudience.SEED_USERS), generating);
        say(setting, "export of %,d users to S3:".formatted(EXPORTED), exporting);
    }

    private static Map<String, ?> s3(String member, String uri) {
        return Map.of(member, Map.of("s3Uri", uri));
    }

    private interface Work {
        void run();
    }

    private static double seconds(Work work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(Setting setting, String what, double... seconds) {
        setting.say("    %-44s %s s", what, new Sample(seconds).text(2));
    }

    private static String made(Audiences audiences, AudienceResource resource, Map<String, ?> request) {
        String arn = audiences.create(resource, request);
        awaitActive(() -> audiences.get(resource, arn));
        return arn;
    }

    private static void export(Audiences audiences, String generation, String name) {
        audiences.create(
                AUDIENCE_EXPORT_JOB,
                Map.of(
                        "name",
                        name,
                        "audienceGenerationJobArn",
                        generation,
                        "audienceSize",
                        Map.of("type", "ABSOLUTE", "value", EXPORTED)));
        awaitActive(() -> {
            var found = new ArrayList<JsonNode>(List.of(MissingNode.getInstance()));
            audiences.each(AUDIENCE_EXPORT_JOB, export -> {
                if (export.path("name").asText().equals(name)) {
                    found.add(export);
                }
            });
            return found.getLast();
        });
    }

    private static void awaitActive(Supplier<JsonNode> look) {
        JsonNode seen = look.get();
        while (!seen.path("status").asText().equals("ACTIVE")) {
            if (seen.path("status").asText().equals("CREATE_FAILED")) {
                throw new IllegalStateException("It failed: " + seen);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            seen = look.get();
        }
    }
}
