package dev.entrepot.wire.schema;

import java.util.Optional;
import java.util.regex.Pattern;

/** The pattern of a constraint. */
public final class RegularExpression {
    private final String text;
    private final Pattern compiled;
    private final Optional<CharacterRun> run;

    private RegularExpression(String text, Pattern compiled) {
        this.text = text;
        this.compiled = compiled;
        this.run = CharacterRun.of(text);
    }

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

    /** As the contract has it, for messages. */
    public String text() {
        return text;
    }

    /** The same for Java, where {@code $} would also match before a line break at the end; in Smithy it does not. */
    public Pattern compiled() {
        return compiled;
    }

    /** Whether the pattern is so simple that it can be told to be found without looking for it; most texts of most contracts end here. */
    public boolean isPlainlyIn(String value) {
        return run.isPresent() && run.get().has(value);
    }

    @Override
    public String toString() {
        return text;
    }
}
