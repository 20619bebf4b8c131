package dev.entrepot.wire.protocol;

import dev.entrepot.wire.schema.ApiException;
import dev.entrepot.wire.schema.ErrorTrait;
import dev.entrepot.wire.schema.Struct;
import java.util.Optional;

/**
 * An error as a protocol will spell it.
 *
 * @param code the name clients choose the exception by
 * @param clientFault whether the caller is to blame
 * @param detail the modelled error with its members; empty for errors of the framework
 */
public record WireError(String code, String message, int status, boolean clientFault, Optional<Struct> detail) {
    /** An error that no contract models. */
    public static WireError plain(String code, int status, String message) {
        return new WireError(code, message, status, status < 500, Optional.empty());
    }

    /** A modelled error. */
    public static WireError of(ApiException error) {
        ErrorTrait trait = error.schema()
                .error()
                .orElseThrow(() -> new IllegalStateException(error.schema() + " is not an error"));
        String message = error.getMessage() == null ? error.schema().name() : error.getMessage();
        return new WireError(error.schema().name(), message, trait.status(), trait.clientFault(), Optional.of(error));
    }

    /** The same with the code and status that its contract gives it under awsQuery. */
    WireError inQuery() {
        return detail.flatMap(error -> error.schema().error())
                .map(trait -> new WireError(trait.queryCode(), message, trait.queryStatus(), clientFault, detail))
                .orElse(this);
    }
}
