package dev.entrepot.cleanroomsml.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/** Makes pages of what they are compressed to, never longer than their headers say. */
final class Compression {
    private Compression() {}

    static byte[] uncompressed(CompressionCodec codec, byte[] bytes, int length) throws IOException {
        byte[] page = switch (codec) {
            case UNCOMPRESSED -> bytes;
            case GZIP -> {
                try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    yield zip.readNBytes(length);
                }
            }
            case SNAPPY -> Snappy.uncompressedLength(bytes) == length ? Snappy.uncompress(bytes) : new byte[0];
            case ZSTD -> Zstd.decompress(bytes, length);
            case LZO, BROTLI, LZ4, LZ4_RAW -> throw new IOException("Compressed with " + codec);
        };
        if (page.length != length) {
            throw new IOException("A page of another length than its header says");
        }
        return page;
    }
}
