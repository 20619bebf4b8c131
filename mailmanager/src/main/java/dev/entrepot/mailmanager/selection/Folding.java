package dev.entrepot.mailmanager.selection;

import java.text.Normalizer;
import java.util.Locale;

/** Texts as they are compared: composed (NFC) and without upper and lower case, character by character. */
final class Folding {
    private Folding() {}

    static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return foldAny(text);
            }
        }
        return foldAscii(text);
    }

    private static String foldAscii(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String foldAny(String text) {
        var folded = new StringBuilder(text.length() + 8);
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> fold(c, folded));
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** Never a whole text at once: that would spell a sigma at its end otherwise. */
    private static void fold(int c, StringBuilder into) {
        if (c < 0x80) {
            into.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
        } else {
            // Upper case makes two letters of a sharp s, but only of the small one.
            String upper = Character.toString(Character.toLowerCase(c)).toUpperCase(Locale.ROOT);
            upper.codePoints().map(Character::toLowerCase).forEach(into::appendCodePoint);
        }
    }
}
