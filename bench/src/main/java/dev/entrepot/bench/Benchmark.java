package dev.entrepot.bench;

import java.io.PrintStream;
import java.nio.file.Path;

/** One thing that is measured. */
interface Benchmark {
    /** Prints what it measures, how, and the figures. */
    void run(Setting setting);

    /**
     * @param launcher the project's {@code entrepot}
     * @param directory empty, removed afterwards
     */
    record Setting(Path launcher, Path directory, PrintStream out) {
        void say(String line, Object... details) {
            out.println(line.formatted(details));
        }
    }
}
