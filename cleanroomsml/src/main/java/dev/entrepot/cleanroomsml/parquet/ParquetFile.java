package dev.entrepot.cleanroomsml.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.api.PrimitiveConverter;

/** A file whose footer has been read. What is damaged shows as {@link IOException} or a runtime exception, now or while it is read. */
public final class ParquetFile {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = Integer.BYTES + 4;
    private static final int LARGEST_CHUNK = 1 << 30;

    private final Pieces file;
    private final FileMetaData footer;
    private final List<Leaf> leaves;

    private ParquetFile(Pieces file, FileMetaData footer) throws IOException {
        this.file = file;
        this.footer = footer;
        this.leaves = Leaf.all(footer.getSchema());
    }

    public static ParquetFile open(Pieces file) throws IOException {
        if (file.size() < MAGIC.length + TAIL) {
            throw new IOException("Too short");
        }
        byte[] tail = file.read(file.size() - TAIL, TAIL);
        int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        boolean isParquet = Arrays.equals(tail, Integer.BYTES, TAIL, MAGIC, 0, MAGIC.length);
        if (!isParquet || length < 0 || length > file.size() - TAIL) {
            throw new IOException("No footer");
        }
        byte[] footer = file.read(file.size() - TAIL - length, length);
        return new ParquetFile(file, Util.readFileMetaData(new ByteArrayInputStream(footer)));
    }

    /** All columns of plain values, in the order of the file. */
    public List<Leaf> leaves() {
        return leaves;
    }

    public int groups() {
        return footer.getRow_groupsSize();
    }

    public long rows(int group) {
        return footer.getRow_groups().get(group).getNum_rows();
    }

    /** Whether anything in it is compressed with Zstandard. */
    public boolean hasZstandard() {
        return footer.getRow_groups().stream()
                .flatMap(group -> group.getColumns().stream())
                .anyMatch(chunk -> chunk.getMeta_data().getCodec() == CompressionCodec.ZSTD);
    }

    /** One column of a group of rows, at its first row; it is in memory as compressed as it is in the file. */
    public Column column(int group, Leaf leaf) throws IOException {
        RowGroup rows = footer.getRow_groups().get(group);
        ColumnChunk chunk = rows.getColumns().get(leaf.index());
        var meta = chunk.getMeta_data();
        long values = meta.getNum_values();
        boolean isList = leaf.descriptor().getMaxRepetitionLevel() > 0;
        if (rows.getNum_rows() < 0 || values < rows.getNum_rows() || !isList && values != rows.getNum_rows()) {
            throw new IOException("A column of another number of rows than its group");
        }
        long begin = meta.getData_page_offset();
        if (meta.isSetDictionary_page_offset() && meta.getDictionary_page_offset() > 0) {
            begin = Math.min(begin, meta.getDictionary_page_offset());
        }
        long length = meta.getTotal_compressed_size();
        if (begin < 0 || length < 0 || length > LARGEST_CHUNK || begin > file.size() - length) {
            throw new IOException("A column that is not within the file, or of more than " + LARGEST_CHUNK + " bytes");
        }
        var pages = new Pages(file.read(begin, (int) length), meta.getCodec(), values);
        return new Column(leaf, new ColumnReaderImpl(leaf.descriptor(), pages, new PrimitiveConverter() {}, writer()));
    }

    /** Some writers made mistakes that the reader of strings knows of. */
    private ParsedVersion writer() {
        try {
            return VersionParser.parse(footer.isSetCreated_by() ? footer.getCreated_by() : "unknown");
        } catch (VersionParseException e) {
            return new ParsedVersion("unknown", "", "");
        }
    }
}
