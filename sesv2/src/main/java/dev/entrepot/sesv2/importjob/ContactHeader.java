package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.source.SourceUnusable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The first line of a CSV file of contacts: which column is which (SES dossier, section 2.2). Columns of other names are passed over.
 *
 * @param topics column by topic
 */
record ContactHeader(
        int width, int address, OptionalInt unsubscribeAll, OptionalInt attributes, Map<Integer, String> topics) {
    private static final String ADDRESS = "emailAddress";
    private static final String TOPIC = "topicPreferences.";

    /** @throws SourceUnusable when no address could be found in the file */
    static ContactHeader of(List<String> cells) {
        List<String> names = cells.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        Map<Integer, String> topics = new LinkedHashMap<>();
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            if (!name.isEmpty() && !seen.add(name)) {
                throw new SourceUnusable("The header names the column " + name + " twice.");
            }
            if (name.startsWith(TOPIC)) {
                topics.put(column, name.substring(TOPIC.length()));
            }
        }
        return new ContactHeader(
                names.size(),
                column(names, ADDRESS)
                        .orElseThrow(() -> new SourceUnusable("The first line is no header with a column "
                                + ADDRESS + ". Column names are " + ADDRESS + ", unsubscribeAll, attributesData and "
                                + TOPIC + "NAME, in these very letters.")),
                column(names, "unsubscribeAll"),
                column(names, "attributesData"),
                topics);
    }

    private static OptionalInt column(List<String> names, String name) {
        int column = names.indexOf(name);
        return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }
}
