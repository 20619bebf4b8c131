package dev.entrepot.sesv2.exportjob;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CSV by RFC 4180: a header, then a row a line; cells in quotes only where they need them. */
record CsvRows(List<String> titles) implements RowEncoder {
    private static final byte[] NOTHING = {};
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]|^\\s|\\s$");

    @Override
    public byte[] begin() {
        return line(titles);
    }

    @Override
    public byte[] row(List<Cell> cells, boolean first) {
        return line(cells.stream().map(Cell::text).toList());
    }

    @Override
    public byte[] end(boolean none) {
        return NOTHING;
    }

    private static byte[] line(List<String> cells) {
        return cells.stream()
                .map(CsvRows::quoted)
                .collect(Collectors.joining(",", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String cell) {
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
