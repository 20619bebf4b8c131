package dev.entrepot.simpledb.domain;

import java.util.Comparator;

/**
 * The order of texts by their UTF-8 bytes, SimpleDB's only order. {@link String#compareTo} differs from it beyond the BMP,
 * where surrogates sort below U+E000.
 */
public enum Utf8Order implements Comparator<String> {
    UTF8;

    @Override
    public int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.compare(rank(x), rank(y));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Moves surrogates above the rest of the BMP. */
    private static char rank(char c) {
        if (c < Character.MIN_SURROGATE) {
            return c;
        }
        return (char) (c >= 0xE000 ? c - 0x800 : c + 0x2000);
    }
}
