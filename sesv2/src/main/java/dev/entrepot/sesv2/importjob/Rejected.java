package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.source.SourceRecord;
import dev.entrepot.wire.schema.ApiException;
import java.util.Comparator;

/**
 * A record that was not applied.
 *
 * @param code the name of the error that a request with the same content would get
 */
record Rejected(SourceRecord source, String code, String message) {
    static final Comparator<Rejected> ORDER =
            Comparator.comparingLong(rejected -> rejected.source().offset());

    static Rejected because(ApiException error, SourceRecord source) {
        return new Rejected(source, error.schema().name(), String.valueOf(error.getMessage()));
    }

    static Rejected unreadable(SourceRecord source, String message) {
        return new Rejected(source, "BadRequestException", message);
    }
}
