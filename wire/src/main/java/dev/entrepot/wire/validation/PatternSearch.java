package dev.entrepot.wire.validation;

import dev.entrepot.wire.schema.RegularExpression;
import java.util.regex.Pattern;

/** Looks for a pattern with a bound on the work: some patterns of real contracts backtrack or recurse without one. */
final class PatternSearch {
    private static final int MAX_STEPS = 2_000_000;

    private PatternSearch() {}

    /** Whether the pattern is found in the text; text that would take too much work to tell is not accepted. */
    static boolean finds(RegularExpression pattern, String text) {
        return pattern.isPlainlyIn(text) || finds(pattern.compiled(), text);
    }

    private static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Metered(text, new int[] {MAX_STEPS})).find();
        } catch (TooMuchWork | StackOverflowError tooMuchWork) {
            return false;
        }
    }

    /** Every step of the matcher looks at a character. */
    private record Metered(CharSequence text, int[] left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooMuchWork();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Metered(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooMuchWork extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchWork() {
            super(null, null, false, false); // caught a few lines above
        }
    }
}
