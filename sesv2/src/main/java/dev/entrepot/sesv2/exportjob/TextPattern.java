package dev.entrepot.sesv2.exportjob;

import java.util.function.Predicate;

/**
 * A filter's value for texts (SES dossier, section 4.3): a star at its beginning, its end or both stands for anything; {@code \*} and
 * {@code \\} are the characters themselves; a star elsewhere is one too. Upper and lower case differ.
 */
record TextPattern(boolean openBegin, String text, boolean openEnd) implements Predicate<String> {
    static TextPattern of(String value) {
        boolean openBegin = value.startsWith("*");
        String rest = openBegin ? value.substring(1) : value;
        boolean openEnd = rest.endsWith("*") && !endsEscaped(rest);
        return new TextPattern(
                openBegin, unescaped(openEnd ? rest.substring(0, rest.length() - 1) : rest), openEnd || rest.isEmpty());
    }

    /** Whether an odd number of backslashes stands before the last character. */
    private static boolean endsEscaped(String text) {
        int at = text.length() - 2;
        int backslashes = 0;
        while (at - backslashes >= 0 && text.charAt(at - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static String unescaped(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.charAt(i) == '\\'
                    && i + 1 < text.length()
                    && (text.charAt(i + 1) == '*' || text.charAt(i + 1) == '\\');
            if (escape) {
                i++;
            }
            out.append(text.charAt(i));
        }
        return out.toString();
    }

    @Override
    public boolean test(String tried) {
        if (openBegin && openEnd) {
            return tried.contains(text);
        }
        if (openBegin) {
            return tried.endsWith(text);
        }
        return openEnd ? tried.startsWith(text) : tried.equals(text);
    }
}
