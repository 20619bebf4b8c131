package dev.entrepot.wire.protocol;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.schema.StructSchema;

/** Whether a service once spoke awsQuery, so that clients want its old error codes beside the new ones. */
enum QueryCompatibility {
    NONE {
        @Override
        void addError(WireError error, Headers.Builder headers) {}
    },
    /** {@code aws.protocols#awsQueryCompatible} */
    COMPATIBLE {
        @Override
        void addError(WireError error, Headers.Builder headers) {
            error.detail()
                    .map(detail -> detail.schema())
                    .flatMap(StructSchema::error)
                    .ifPresent(trait -> headers.add(
                            "x-amzn-query-error", trait.queryCode() + (trait.clientFault() ? ";Sender" : ";Receiver")));
        }
    };

    abstract void addError(WireError error, Headers.Builder headers);
}
