package dev.entrepot.wire.codec;

/** Text that UTF-8 can carry: a lone surrogate, which JSON escapes let through, would be lost in every store. */
final class WellFormed {
    private WellFormed() {}

    static String check(String text) {
        check(text.toCharArray(), 0, text.length());
        return text;
    }

    static void check(char[] text, int from, int to) {
        int bits = 0;
        for (int i = from; i < to; i++) {
            bits |= text[i]; // nearly every text ends here, in a loop without branches
        }
        if (bits >= Character.MIN_SURROGATE) {
            checkPairs(text, from, to);
        }
    }

    private static void checkPairs(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isSurrogate(text[i])) {
                if (i + 1 == to || !Character.isSurrogatePair(text[i], text[i + 1])) {
                    throw new MalformedInput("Text holds an unpaired surrogate");
                }
                i++;
            }
        }
    }
}
