package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.source.CsvCells;
import dev.entrepot.sesv2.source.RecordUnreadable;
import java.util.List;
import java.util.Optional;

/** Contacts as rows below a header (SES dossier, section 2.2). */
record ContactCsv(ContactHeader header) implements ContactReader {
    @Override
    public GivenContact contact(byte[] record) {
        List<String> cells = cells(record);
        var preferences = new GivenContact.Preferences();
        header.topics().forEach((column, topic) -> {
            String status = cells.get(column).strip();
            if (!status.isEmpty()) {
                preferences.add(topic, status);
            }
        });
        Optional<String> attributes = header.attributes().isEmpty()
                ? Optional.empty()
                : Optional.of(cells.get(header.attributes().getAsInt())).filter(text -> !text.isBlank());
        return new GivenContact(
                cells.get(header.address()),
                header.unsubscribeAll().isPresent()
                        && isTrue(cells.get(header.unsubscribeAll().getAsInt()).strip()),
                preferences.list(),
                attributes);
    }

    @Override
    public String address(byte[] record) {
        return cells(record).get(header.address());
    }

    /** A row of another width is most often a broken one, so nothing is made up for it. */
    private List<String> cells(byte[] record) {
        List<String> cells = CsvCells.of(record);
        if (cells.size() != header.width()) {
            throw new RecordUnreadable(
                    "The record has " + cells.size() + " cells and the header " + header.width() + ".");
        }
        return cells;
    }

    private static boolean isTrue(String text) {
        if (text.isEmpty() || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        throw new RecordUnreadable("unsubscribeAll must be true or false.");
    }
}
