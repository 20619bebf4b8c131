package dev.entrepot.server.command;

import java.nio.file.Path;
import java.time.InstantSource;

/** The program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("entrepot.home", ""));
        int exitCode =
                new Commands(System.getenv(), home, InstantSource.system(), System.out, System.err).run(arguments);
        System.exit(exitCode);
    }
}
