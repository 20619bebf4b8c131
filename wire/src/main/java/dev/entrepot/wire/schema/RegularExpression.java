package dev.entrepot.wire.schema;

import java.util.regex.Pattern;

/**
 * The pattern of a constraint.
 *
 * @param text as the contract has it, for messages
 * @param compiled the same for Java, where {@code $} would also match before a line break at the end; in Smithy it does not
 */
public record RegularExpression(String text, Pattern compiled) {
    static RegularExpression of(String text) {
        var java = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                java.append(text, i, i + 2);
                i++;
            } else if (c == '$' && !inClass) {
                java.append("\\z");
            } else {
                inClass = c == '[' || inClass && c != ']';
                java.append(c);
            }
        }
        return new RegularExpression(text, Pattern.compile(java.toString()));
    }

    @Override
    public String toString() {
        return text;
    }
}
