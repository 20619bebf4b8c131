package dev.entrepot.bench.wire;

import java.io.IOException;

/** The same by Jackson databind, which checks no constraints. */
interface JacksonExchange {
    /** From the request's body to the answer's. */
    byte[] answer() throws IOException;
}
