package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.message.MessageRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file with an entry a message, which is dated with its receipt and so the same whenever it is made. */
final class ZipFile implements Packaging {
    private final ByteArrayOutputStream grown = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(grown);

    @Override
    public String suffix() {
        return ".zip";
    }

    @Override
    public String contentType() {
        return "application/zip";
    }

    @Override
    public Iterator<byte[]> add(MessageRow message, byte[] bytes) {
        return Packaging.piecewise(bytes, (from, to) -> piece(message, bytes, from, to));
    }

    private byte[] piece(MessageRow message, byte[] bytes, int from, int to) {
        try {
            if (from == 0) {
                var entry = new ZipEntry(Layout.name(message.id()));
                entry.setTimeLocal(LocalDateTime.ofInstant(message.id().received(), ZoneOffset.UTC));
                zip.putNextEntry(entry);
            }
            zip.write(bytes, from, to - from);
            if (to == bytes.length) {
                zip.closeEntry();
            }
            return grown();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail to be written
        }
    }

    @Override
    public byte[] end() {
        try {
            zip.close();
            return grown();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail to be written
        }
    }

    private byte[] grown() {
        byte[] bytes = grown.toByteArray();
        grown.reset();
        return bytes;
    }
}
