package dev.entrepot.wire.schema;

/**
 * One HTTP form of an operation under REST protocols.
 *
 * @param uri a template such as {@code /v2/email/contact-lists/{ContactListName}?list-type=2}
 * @param status the status of success
 */
public record HttpBinding(String method, String uri, int status) {}
