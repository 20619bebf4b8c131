package dev.entrepot.storage.objects;

import java.time.Instant;

/** An object being uploaded in parts. */
public record MultipartUpload(String id, ObjectLocation location, Instant initiated, ServerSideEncryption encryption) {}
