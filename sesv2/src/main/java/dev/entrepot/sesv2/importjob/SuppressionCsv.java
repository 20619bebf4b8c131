package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.source.CsvCells;
import dev.entrepot.sesv2.source.RecordUnreadable;
import java.util.List;

/** Rows of address and reason, without a header (SES dossier, section 2.5). */
final class SuppressionCsv implements SuppressionReader {
    @Override
    public Given entry(byte[] record) {
        List<String> cells = cells(record);
        if (cells.size() != 2) {
            throw new RecordUnreadable("The record has " + cells.size() + " cells and not address and reason.");
        }
        return new Given(cells.get(0), cells.get(1).strip());
    }

    /** A second cell is let pass, so that the file which added addresses can remove them. */
    @Override
    public String address(byte[] record) {
        List<String> cells = cells(record);
        if (cells.size() > 2) {
            throw new RecordUnreadable("The record has " + cells.size() + " cells and not just an address.");
        }
        return cells.getFirst();
    }

    private static List<String> cells(byte[] record) {
        List<String> cells = CsvCells.of(record);
        if (cells.getFirst().strip().equalsIgnoreCase("emailAddress")) {
            throw new RecordUnreadable("The record looks like a header; files for the suppression list have none.");
        }
        return cells;
    }
}
