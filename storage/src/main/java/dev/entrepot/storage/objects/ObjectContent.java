package dev.entrepot.storage.objects;

import java.io.InputStream;

/**
 * An open object: one moment of it, whatever replaces it meanwhile.
 *
 * @param bytes plain; reading fails with an {@link java.io.IOException} if encrypted bytes on the disk were altered
 */
public record ObjectContent(StoredObject object, ByteRange range, InputStream bytes) {}
