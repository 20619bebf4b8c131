package dev.entrepot.wire.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is told without a matcher must be what a matcher would find. */
class RegularExpressionTest {
    private static final List<String> SIMPLE = List.of(
            "^[a-zA-Z0-9-]+$", "^[A-Z]{2}$", "^[0-9]{3,5}$", "^[!-~]+$", "^[\\w\\s.]+$", "^[a-z\\\\]+$", "^[$a]+$");
    private static final List<String> OTHERS =
            List.of("^[^a]+$", "^[a]*$", "[a]+", "^[a]+", "^[a][b]+$", "^[a-z&&[^b]]+$", "^a{2}$", "^[a]+|[b]+$");
    private static final String CHARACTERS = "aAbZ09-_.$~! \\\n\u0000ß٣";

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int left = random.nextInt(7); left > 0; left--) {
            text.append(CHARACTERS.charAt(random.nextInt(random.nextBoolean() ? 4 : CHARACTERS.length())));
        }
        return text.toString();
    }

    @Test
    void aPlainYesIsAlwaysTrue() {
        for (String pattern : SIMPLE) {
            RegularExpression expression = RegularExpression.of(pattern);
            int plain = 0;
            for (int seed = 0; seed < 5_000; seed++) {
                String text = text(new Random(seed));
                if (expression.isPlainlyIn(text)) {
                    plain++;
                    assertThat(expression.compiled().matcher(text).find())
                            .as("%s in '%s'", pattern, text)
                            .isTrue();
                } else if (text.chars().allMatch(c -> c < 128)) {
                    assertThat(expression.compiled().matcher(text).find())
                            .as("%s in '%s'", pattern, text)
                            .isFalse();
                }
            }
            assertThat(plain).as(pattern).isPositive();
        }
    }

    @Test
    void otherFormsAreLeftToTheMatcher() {
        for (String pattern : OTHERS) {
            for (String text : List.of("a", "b", "aa", "ab", "")) {
                assertThat(RegularExpression.of(pattern).isPlainlyIn(text))
                        .as(pattern)
                        .isFalse();
            }
        }
    }
}
