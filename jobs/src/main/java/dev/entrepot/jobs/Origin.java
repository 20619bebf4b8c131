package dev.entrepot.jobs;

/**
 * The request that a job came from.
 *
 * @param accessKeyId of the key pair that signed it
 * @param requestId as it was answered
 */
public record Origin(String accessKeyId, String requestId) {}
