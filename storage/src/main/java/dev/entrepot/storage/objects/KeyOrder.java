package dev.entrepot.storage.objects;

import java.util.Comparator;

/** The order of S3's listings: that of the keys' UTF-8 bytes, which is the order of code points but not of Java's chars. */
final class KeyOrder {
    static final Comparator<String> UTF8_BYTES = KeyOrder::compare;

    private KeyOrder() {}

    private static int compare(String a, String b) {
        int mismatch = 0;
        int shorter = Math.min(a.length(), b.length());
        while (mismatch < shorter && a.charAt(mismatch) == b.charAt(mismatch)) {
            mismatch++;
        }
        if (mismatch == shorter) {
            return Integer.compare(a.length(), b.length());
        }
        return Integer.compare(weight(a.charAt(mismatch)), weight(b.charAt(mismatch)));
    }

    /** Surrogates stand for code points above all other chars. */
    private static int weight(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }
}
