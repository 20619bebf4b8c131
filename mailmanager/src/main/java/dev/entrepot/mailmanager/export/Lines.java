package dev.entrepot.mailmanager.export;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What a part has to tell, a message a line, compressed until the listings are made of it. */
record Lines(byte[] manifest, byte[] checksums, byte[] errors) {
    static final byte[] NONE = {};

    static byte[] compress(byte[] lines) {
        return lines.length == 0 ? NONE : Zstd.compress(lines);
    }

    static InputStream open(byte[] compressed) {
        try {
            return compressed.length == 0
                    ? InputStream.nullInputStream()
                    : new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(compressed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
