package dev.entrepot.wire.conformance;

import org.junit.jupiter.api.function.Executable;

/** One case of the suite, ready to run. */
record SuiteCase(SuiteProtocol protocol, Kind kind, String id, Executable run) {
    enum Kind {
        REQUEST,
        RESPONSE,
        ERROR,
        MALFORMED
    }

    String name() {
        return protocol + " " + kind + " " + id;
    }
}
