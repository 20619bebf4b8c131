package dev.entrepot.e2e.crash;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A CSV file of contacts with what such files have: addresses that come again, quotes and line breaks in cells, blank lines, and
 * rows that are wrong. While it is written it is noted what must become of it, by other means than those of the program.
 */
final class NastyContacts {
    private static final String HEADER = "emailAddress,unsubscribeAll,attributesData,topicPreferences.Sports";

    private final Random random;
    private final StringBuilder file = new StringBuilder(HEADER).append("\r\n");
    private final StringBuilder failed = new StringBuilder("line,errorCode,errorMessage,record\n");
    private final StringBuilder rejected = new StringBuilder(HEADER).append('\n');
    private final Map<String, Contact> contacts = new TreeMap<>();
    private int line = 2;
    private int failures;

    /** @param preference as ListContacts has it; empty for none */
    record Contact(boolean unsubscribed, String attributes, String preference) {}

    NastyContacts(int rows, long seed) {
        random = new Random(seed);
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(20) == 0) {
                bad(rows);
            } else {
                good(rows);
            }
            if (random.nextInt(50) == 0) {
                file.append("\n");
                line++;
            }
        }
    }

    /** About one in three addresses comes again. */
    private String address(int rows) {
        return "user" + Integer.toString(random.nextInt(rows), 36) + "@example" + random.nextInt(3) + ".com";
    }

    private void good(int rows) {
        String address = address(rows);
        boolean unsubscribed = random.nextInt(10) == 0;
        String preference = new String[] {"", "OPT_IN", "OPT_OUT"}[random.nextInt(3)];
        String attributes = new String[] {"", "{\"row\": " + line + "}", "{\"a\":1,\r\n\"b\":\"\u00e9\"}", "plain"}
                [random.nextInt(4)];
        boolean quoted = attributes.contains(",");
        file.append(address).append(',').append(unsubscribed ? "TRUE" : "").append(',');
        file.append(quoted ? '"' + attributes.replace("\"", "\"\"") + '"' : attributes);
        file.append(',').append(preference).append(random.nextBoolean() ? "\r\n" : "\n");
        line += quoted ? 2 : 1;
        contacts.put(address, new Contact(unsubscribed, attributes, preference));
    }

    private void bad(int rows) {
        String address = address(rows);
        switch (random.nextInt(6)) {
            case 0 -> bad(address + ",maybe,,", "unsubscribeAll must be true or false.");
            case 1 -> bad(address + ",,", "The record has 3 cells and the header 4.");
            case 2 -> bad("nobody,,,", "EmailAddress <nobody> is invalid");
            case 3 -> bad(",,,", "EmailAddress can't be blank.");
            case 4 -> bad("\"" + address + "\"x,,,", "Behind a quoted cell stands something other than a comma.");
            default ->
                bad(
                        address + ",,,opt_in",
                        "1 validation error detected: Value at 'topicPreferences.1.member.subscriptionStatus' failed to"
                                + " satisfy constraint: Member must satisfy enum value set: [OPT_OUT, OPT_IN]");
        }
    }

    private void bad(String row, String message) {
        file.append(row).append('\n');
        rejected.append(row).append('\n');
        failed.append(line).append(",BadRequestException,\"").append(message).append("\",\"");
        failed.append(row.replace("\"", "\"\"")).append("\"\n");
        line++;
        failures++;
    }

    byte[] file() {
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What must be on the list, by address. */
    Map<String, Contact> contacts() {
        return contacts;
    }

    /** What must be in the two files of failed records. */
    String failed() {
        return failed.toString();
    }

    String rejected() {
        return rejected.toString();
    }

    int failures() {
        return failures;
    }
}
