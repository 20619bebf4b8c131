package dev.entrepot.wire.schema;

/**
 * What makes a structure an error.
 *
 * @param clientFault whether the caller is to blame
 * @param status the HTTP status
 * @param queryCode the code in awsQuery answers; the shape name unless the contract says otherwise
 */
public record ErrorTrait(boolean clientFault, int status, String queryCode, int queryStatus) {
    public static ErrorTrait of(boolean clientFault, int status, String name) {
        return new ErrorTrait(clientFault, status, name, status);
    }
}
