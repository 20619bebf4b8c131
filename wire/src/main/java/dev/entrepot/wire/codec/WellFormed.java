package dev.entrepot.wire.codec;

/** Text that UTF-8 can carry: a lone surrogate, which JSON escapes let through, would be lost in every store. */
final class WellFormed {
    private WellFormed() {}

    static String check(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    throw new MalformedInput("Text holds an unpaired surrogate");
                }
            }
        }
        return text;
    }
}
