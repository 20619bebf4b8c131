package dev.entrepot.wire.protocol;

import dev.entrepot.wire.schema.Operation;

/** What surrounds the members in awsQuery answers; the oldest services have an envelope of their own. */
public interface QueryEnvelope {
    /** What follows the result inside of the root element. */
    void metadata(StringBuilder out, Operation<?, ?> operation, String requestId);

    /** The whole error document. */
    void error(StringBuilder out, WireError error, String requestId);
}
