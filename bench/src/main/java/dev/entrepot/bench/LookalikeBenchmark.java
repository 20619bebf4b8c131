package dev.entrepot.bench;

import dev.entrepot.bench.program.ChildJvm;

/** A lookalike model, a ranking and an export, at two sizes of data; the larger one within 6 GB of heap. */
final class LookalikeBenchmark implements Benchmark {
    @Override
    public void run(Setting setting) {
        ChildJvm.run("-Xmx6g", LookalikeRun.class, "30000", "40000", "1000000");
        ChildJvm.run("-Xmx6g", LookalikeRun.class, "100000", "80000", "10000000");
    }
}
