package dev.entrepot.e2e.audience;

import dev.entrepot.e2e.fixture.Entrepot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * People of three tastes, by turns, among the items of their own taste: a table of what they did, and a seed of users 0, 3, 6 and so on.
 * Whoever belongs into an audience is therefore known.
 */
public final class Interactions {
    public static final String ACCOUNT = "000000000000";
    public static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/audiences";
    public static final String BUCKET = "audiences";
    public static final String SEED = "s3://" + BUCKET + "/seed.jsonl";
    public static final String DESTINATION = "s3://" + BUCKET + "/segments/";
    public static final String DATABASE = "web";
    public static final String TABLE = "clicks";

    private static final int TASTES = 3;
    private static final int ITEMS = 40;
    private static final int ITEMS_A_USER = 8;

    private Interactions() {}

    /** Puts the table's file, its description and the seed where the server finds them. */
    public static void put(Entrepot entrepot, int users, int seeds) {
        S3Client s3 = entrepot.s3();
        s3.createBucket(create -> create.bucket(BUCKET));
        String rows = lines(users, Interactions::rows);
        s3.putObject(put -> put.bucket(BUCKET).key("clicks/part-0.csv"), RequestBody.fromString("uid,sku,ts\n" + rows));
        s3.putObject(
                put -> put.bucket(BUCKET).key("seed.jsonl"),
                RequestBody.fromString(lines(seeds, seed -> line(TASTES * seed))));
        describe(entrepot.server().data());
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    private static String rows(int user) {
        return lines(
                ITEMS_A_USER,
                i -> "%s,taste%d-%d,%d\n"
                        .formatted(
                                id(user),
                                user % TASTES,
                                (user * 7 + i * i * 3) % ITEMS,
                                1_700_000_000L + user * 60 + i));
    }

    private static String id(int user) {
        return "u" + user;
    }

    private static String line(int user) {
        return "{\"user_id\":\"" + id(user) + "\"}\n";
    }

    /** Whether a line of an audience names somebody of the seed's taste who is no seed. */
    public static boolean isOfTheTaste(String line, int seeds) {
        int user = Integer.parseInt(line.replaceAll("\\D+", ""));
        return (line + "\n").equals(line(user)) && user % TASTES == 0 && user >= TASTES * seeds;
    }

    private static void describe(Path data) {
        try {
            Path database = Files.createDirectories(
                    data.resolve("catalog").resolve(ACCOUNT).resolve(DATABASE));
            Files.writeString(database.resolve(TABLE + ".json"), """
                {"location":"s3://%s/clicks/","format":"csv","columns":[{"name":"uid","type":"string"},
                 {"name":"sku","type":"string"},{"name":"ts","type":"bigint"}]}""".formatted(BUCKET));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
