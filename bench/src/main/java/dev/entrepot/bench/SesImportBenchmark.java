package dev.entrepot.bench;

import dev.entrepot.bench.program.ChildJvm;

/** An import of a million contacts beside bare JDBC upserts of the same rows, in a JVM with the server's heap. */
final class SesImportBenchmark implements Benchmark {
    private static final int CONTACTS = 1_000_000;

    @Override
    public void run(Setting setting) {
        setting.say("  with -Xmx512m:");
        ChildJvm.run("-Xmx512m", SesImportRun.class, setting.directory().toString(), String.valueOf(CONTACTS));
    }
}
