package dev.entrepot.sesv2.exportjob;

import dev.entrepot.sesv2.contract.DataFormat;
import java.util.List;

/** Spells a file's rows. */
interface RowEncoder {
    byte[] begin();

    /** @param first whether none came before */
    byte[] row(List<Cell> cells, boolean first);

    /** @param none whether there was no row */
    byte[] end(boolean none);

    /** @param titles of the columns */
    static RowEncoder of(DataFormat format, List<String> titles) {
        return switch (format) {
            case CSV -> new CsvRows(titles);
            case JSON -> new JsonRows(titles);
        };
    }
}
