package dev.entrepot.wire.auth;

/**
 * Who a verified request comes from and the region it was signed for.
 *
 * @param account twelve digits
 */
public record Caller(String account, String region, String accessKeyId) {}
