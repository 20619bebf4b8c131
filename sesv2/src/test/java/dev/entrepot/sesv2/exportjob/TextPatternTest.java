package dev.entrepot.sesv2.exportjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A filter that matches too much exports other people's mail (SES dossier, section 4.3). */
class TextPatternTest {
    private static final String LETTERS = "ab*\\";

    // [55]
    @Test
    void starsAtTheEndsAreOpenAndEscapedOnesAreThemselves() {
        assertThat(TextPattern.of("Hello*")).accepts("Hello", "Hello you").rejects("hello you", "Say Hello");
        assertThat(TextPattern.of("*x*")).accepts("x", "axb").rejects("X", "");
        assertThat(TextPattern.of("*x")).accepts("x", "ax").rejects("xa");
        assertThat(TextPattern.of("a\\*b")).accepts("a*b").rejects("aab", "a\\*b");
        assertThat(TextPattern.of("a*b")).accepts("a*b").rejects("aab");
        assertThat(TextPattern.of("a\\*")).accepts("a*").rejects("a", "ab");
        assertThat(TextPattern.of("a\\\\*")).accepts("a\\", "a\\b").rejects("a*");
        assertThat(TextPattern.of("*")).accepts("", "anything");
        assertThat(TextPattern.of("**")).accepts("", "anything");
    }

    @Test
    void anyPatternMatchesWhatItsRegularExpressionMatches() {
        var random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            String pattern = text(random, 1 + random.nextInt(6));
            String tried = text(random, random.nextInt(5));
            assertThat(TextPattern.of(pattern).test(tried))
                    .as("%s against %s", pattern, tried)
                    .isEqualTo(regularExpression(pattern).matcher(tried).matches());
        }
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Character by character, as the rule is written. */
    private static Pattern regularExpression(String pattern) {
        var out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escape =
                    c == '\\' && i + 1 < pattern.length() && List.of('*', '\\').contains(pattern.charAt(i + 1));
            if (escape) {
                out.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else if (c == '*' && (i == 0 || i == pattern.length() - 1)) {
                out.append(".*");
            } else {
                out.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(out.toString());
    }
}
