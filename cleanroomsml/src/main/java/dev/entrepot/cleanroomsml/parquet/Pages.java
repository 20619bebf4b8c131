package dev.entrepot.cleanroomsml.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The pages of one column in one group of rows, the dictionary before the others. */
final class Pages implements PageReader {
    private static final int LARGEST = 1 << 28;
    /** Nobody asks for them; null is how Parquet's classes know none. */
    @SuppressWarnings("NullAway")
    private static final @Nullable Statistics<?> NONE = null;

    private final ByteArrayInputStream chunk;
    private final CompressionCodec codec;
    private final long values;

    Pages(byte[] chunk, CompressionCodec codec, long values) {
        this.chunk = new ByteArrayInputStream(chunk);
        this.codec = codec;
        this.values = values;
    }

    @Override
    public long getTotalValueCount() {
        return values;
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        try {
            chunk.mark(0);
            PageHeader header = Util.readPageHeader(chunk);
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                chunk.reset();
                return null;
            }
            var dictionary = header.getDictionary_page_header();
            byte[] content = uncompressed(body(header), header.getUncompressed_page_size());
            if (dictionary.getNum_values() < 0 || dictionary.getNum_values() > content.length) {
                throw new IOException("A dictionary of more words than bytes");
            }
            return new DictionaryPage(
                    BytesInput.from(content),
                    dictionary.getNum_values(),
                    Encoding.valueOf(dictionary.getEncoding().name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable DataPage readPage() {
        try {
            while (chunk.available() > 0) {
                PageHeader header = Util.readPageHeader(chunk);
                byte[] body = body(header);
                if (header.getType() == PageType.DATA_PAGE) {
                    return page(header, body, header.getData_page_header());
                }
                if (header.getType() == PageType.DATA_PAGE_V2) {
                    return page(header, body, header.getData_page_header_v2());
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] body(PageHeader header) throws IOException {
        int length = header.getCompressed_page_size();
        if (length < 0 || length > chunk.available()) {
            throw new IOException("A page that goes beyond its column");
        }
        return chunk.readNBytes(length);
    }

    private byte[] uncompressed(byte[] body, int length) throws IOException {
        if (length < 0 || length > LARGEST) {
            throw new IOException("A page of more than " + LARGEST + " bytes");
        }
        return Compression.uncompressed(codec, body, length);
    }

    private DataPage page(PageHeader header, byte[] body, DataPageHeader data) throws IOException {
        int length = header.getUncompressed_page_size();
        return new DataPageV1(
                BytesInput.from(uncompressed(body, length)),
                data.getNum_values(),
                length,
                NONE,
                Encoding.valueOf(data.getRepetition_level_encoding().name()),
                Encoding.valueOf(data.getDefinition_level_encoding().name()),
                Encoding.valueOf(data.getEncoding().name()));
    }

    /** Levels stand before the values and are never compressed. */
    private DataPage page(PageHeader header, byte[] body, DataPageHeaderV2 data) throws IOException {
        int repetitions = data.getRepetition_levels_byte_length();
        int levels = Math.addExact(repetitions, data.getDefinition_levels_byte_length());
        if (repetitions < 0 || levels < repetitions || levels > body.length) {
            throw new IOException("Levels that go beyond their page");
        }
        byte[] rest = Arrays.copyOfRange(body, levels, body.length);
        byte[] content =
                data.isIs_compressed() ? uncompressed(rest, header.getUncompressed_page_size() - levels) : rest;
        return DataPageV2.uncompressed(
                data.getNum_rows(),
                data.getNum_nulls(),
                data.getNum_values(),
                BytesInput.from(Arrays.copyOf(body, repetitions)),
                BytesInput.from(Arrays.copyOfRange(body, repetitions, levels)),
                Encoding.valueOf(data.getEncoding().name()),
                BytesInput.from(content),
                NONE);
    }
}
