package dev.entrepot.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.server.Entrepot;
import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.Settings;
import dev.entrepot.server.credentials.CredentialTable;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ByteRange;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has a file of interactions and a list of customers wants an audience, not the five operations that make one. */
class AudiencesCommandTest {
    private static final Requester OWNER = Requester.of(new Owner(CredentialTable.DEFAULT_ACCOUNT, "us-east-1"));
    private static final int USERS = 300;
    private static final int TASTES = 3;
    private static final int INTERACTIONS_A_USER = 6;
    private static final int SEEDS = 30;

    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aTableIsDescribedAndALineAStepMakesAnAudienceOfIt() throws IOException {
        put("clicks/part-0.csv", "user_id,item,ts,price\n" + lines(USERS, AudiencesCommandTest::interactions));
        assertThat(run("audiences", "describe", "web.clicks", "s3://shop/clicks/"))
                .as(err::toString)
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "user_id string USER_ID",
                        "item string ITEM_ID",
                        "ts bigint TIMESTAMP",
                        "price double NUMERICAL_FEATURE",
                        "entrepot audiences train NAME --table web.clicks --user user_id --item item --time ts"
                                + " --number price");
        assertThat(run("audiences", "describe", "web.clicks", "s3://shop/clicks/"))
                .isEqualTo(1);
        assertThat(err).hasToString("entrepot: The table is described already; --replace describes it anew\n");
        assertThat(run("audiences", "tables")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll(" +", " "))
                .isEqualTo("web.clicks csv s3://shop/clicks/"
                        + " (user_id string, item string, ts bigint, price double)\n");

        try (var entrepot = Entrepot.start(configuration(), InstantSource.system())) {
            assertThat(entrepot.uri()).isNotNull();
            assertThat(train("tastes", "web.clicks")).as(err::toString).isZero();
            assertThat(out).hasToString("Model tastes is trained\n");
            assertThat(train("tastes", "web.clicks")).as("the same again").isZero();
            assertThat(train("nothing", "web.none")).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .endsWith("entrepot: The audience model 'nothing' is CREATE_FAILED. "
                            + "There is no table web.none in catalog 000000000000.\n");

            Path seed = Files.writeString(data.resolve("seed.jsonl"), lines(SEEDS, i -> line(TASTES * i)));
            assertThat(run(
                            "audiences",
                            "generate",
                            "like-seed",
                            "--model=tastes",
                            "--seed=" + seed,
                            "--output=s3://shop/out/",
                            "--sizes=5%,20%",
                            "--least=25"))
                    .as(err::toString)
                    .isZero();
            String metrics = out.toString(StandardCharsets.UTF_8);
            assertThat(metrics).matches("recall     \\S+\nrelevance  5% +\\S+\nrelevance  20% +\\S+\n");
            assertThat(run("audiences", "metrics", "like-seed")).isZero();
            assertThat(out).hasToString(metrics);

            assertThat(run("audiences", "export", "like-seed", "--size", "5%"))
                    .as(err::toString)
                    .isZero();
            String place = out.toString(StandardCharsets.UTF_8).strip();
            assertThat(read(place.substring("s3://shop/".length()) + "audience-00000.jsonl"))
                    .hasSize(USERS / 20)
                    .allMatch(line -> Integer.parseInt(line.replaceAll("\\D", "")) % TASTES == 0);
            assertThat(run("audiences", "export", "like-seed", "--size", "7%")).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("must match one of the sizes");
            assertThat(run("audiences", "export", "unknown", "--size", "5%")).isEqualTo(1);
            assertThat(err)
                    .hasToString("entrepot: There is no audience generation job 'unknown';"
                            + " 'entrepot audiences list' shows what is there\n");

            assertThat(run("audiences", "list", "--json")).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8).lines())
                    .hasSize(4)
                    .anyMatch(line -> line.contains("\"name\":\"5%\"") && line.contains("\"status\":\"ACTIVE\""));
            assertThat(run("audiences", "list")).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .startsWith("WHAT ")
                    .contains("audience export job", place)
                    .hasLineCount(5);
        }
    }

    @Test
    void aMistakeIsOneSentence() {
        assertThat(run("audiences", "describe", "clicks", "s3://shop/clicks/")).isEqualTo(1);
        assertThat(err)
                .hasToString("entrepot: 'clicks' is no table; one is named DATABASE.TABLE, such as web.clicks\n");
        put("clicks/part-0", "a\n");
        assertThat(run("audiences", "describe", "web.clicks", "s3://shop/none/"))
                .isEqualTo(1);
        assertThat(err).hasToString("entrepot: There is no object at s3://shop/none/.\n");
        assertThat(run("audiences", "describe", "web.clicks", "s3://shop/clicks/", "--format", "xml"))
                .isEqualTo(1);
        assertThat(err).hasToString("entrepot: --format takes csv, jsonl, json or parquet, not 'xml'\n");
        assertThat(run("audiences", "train", "m", "--table", "a.b")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--user", "--item", "--time");
    }

    private int train(String name, String table) {
        return run("audiences", "train", name, "--table", table, "--user=user_id", "--item=item", "--time=ts");
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    private static String interactions(int user) {
        return lines(
                INTERACTIONS_A_USER,
                i -> "u%d,taste%d-%d,%d,%d.5\n"
                        .formatted(user, user % TASTES, (user / TASTES * 7 + i * 3) % 20, 1_700_000_000 + i, i));
    }

    private static String line(int user) {
        return "{\"user_id\":\"u" + user + "\"}\n";
    }

    private void put(String key, String text) {
        try (var objects = Stores.objects(configuration().stores(), InstantSource.system())) {
            objects.createBucket(OWNER, "shop");
            objects.put(
                    OWNER,
                    new ObjectLocation("shop", key),
                    PutOptions.DEFAULT,
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private List<String> read(String key) throws IOException {
        try (var objects = Stores.objects(configuration().stores(), InstantSource.system());
                var bytes = objects.get(OWNER, new ObjectLocation("shop", key), size -> new ByteRange(0, size))
                        .bytes()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
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
