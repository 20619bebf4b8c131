package dev.entrepot.server.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What commands find around them.
 *
 * @param home the default data directory's parent
 */
record Surroundings(
        Map<String, String> environment, Path home, InstantSource clock, PrintStream out, PrintStream err) {}
