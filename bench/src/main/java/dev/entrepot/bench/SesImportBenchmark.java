package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.program.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An import of a million contacts beside bare JDBC upserts of the same rows, in a JVM with the server's heap; and beside psql. */
final class SesImportBenchmark implements Benchmark {
    private static final int CONTACTS = 1_000_000;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    @Override
    public void run(Setting setting) {
        PostgresCopy.configured(setting.directory())
                .ifPresentOrElse(
                        copy -> measure(setting, copy),
                        () -> setting.say("  psql's copy: NOT MEASURED, ENTREPOT_BENCH_POSTGRES names no server"));
        setting.say("  with -Xmx512m:");
        ChildJvm.run("-Xmx512m", SesImportRun.class, setting.directory().toString(), String.valueOf(CONTACTS));
    }

    private static void measure(Setting setting, PostgresCopy copy) {
        var fresh = new double[ROUNDS];
        var again = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double[] seconds = run(copy);
            fresh[round] = seconds[0];
            again[round] = seconds[1];
        }
        say(setting, "psql: copy, upsert into an empty table:", new Sample(fresh));
        say(setting, "the same again:", new Sample(again));
    }

    private static double[] run(PostgresCopy copy) {
        try {
            return copy.run(CONTACTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Setting setting, String what, Sample seconds) {
        setting.say("    %-40s %s s, %,.0f records/s", what, seconds.text(2), CONTACTS / seconds.median());
    }
}
