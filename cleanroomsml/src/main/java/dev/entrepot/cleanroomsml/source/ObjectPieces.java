package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.parquet.Pieces;
import dev.entrepot.storage.objects.ByteRange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** An object that is read from any place, by a request a piece. */
record ObjectPieces(S3Files objects, S3Uri object, long size) implements Pieces {
    @Override
    public byte[] read(long offset, int length) throws IOException {
        if (length == 0) {
            return new byte[0];
        }
        try (InputStream piece =
                objects.open(object, now -> new ByteRange(offset, length)).bytes()) {
            byte[] bytes = piece.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return bytes;
        }
    }
}
