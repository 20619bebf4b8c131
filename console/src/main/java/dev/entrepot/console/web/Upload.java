package dev.entrepot.console.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file that came with a form; it is in memory. */
public final class Upload {
    private final String name;
    private final String contentType;
    private final byte[] body;
    private final int from;
    private final int length;

    /** @param body of the whole form, of which {@code length} bytes are the file's */
    Upload(String name, String contentType, byte[] body, int from, int length) {
        this.name = name;
        this.contentType = contentType;
        this.body = body;
        this.from = from;
        this.length = length;
    }

    /** As its owner calls it, without directories. */
    public String name() {
        return name;
    }

    public String contentType() {
        return contentType;
    }

    public InputStream content() {
        return new ByteArrayInputStream(body, from, length);
    }
}
