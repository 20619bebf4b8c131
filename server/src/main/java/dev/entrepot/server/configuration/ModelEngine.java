package dev.entrepot.server.configuration;

import dev.entrepot.server.configuration.Settings.Given;

/** Where lookalike models are trained and users ranked. */
public sealed interface ModelEngine {
    /** In the server's process. */
    record Local() implements ModelEngine {}

    /** @param master as Spark writes them, {@code spark://host:7077} */
    record Spark(String master) implements ModelEngine {
        private static final String WORD = "spark";
        private static final String THIS_MACHINE = "local[*]";
    }

    static ModelEngine of(Given given) {
        String[] parts = given.value().split("=", 2);
        if (given.value().equals("local")) {
            return new Local();
        }
        if (parts[0].equals(Spark.WORD)) {
            return new Spark(parts.length == 1 ? Spark.THIS_MACHINE : parts[1]);
        }
        throw ServerConfiguration.wrong(given, "local, spark or spark=MASTER");
    }
}
