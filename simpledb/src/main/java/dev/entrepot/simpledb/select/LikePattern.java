package dev.entrepot.simpledb.select;

import java.util.ArrayList;
import java.util.List;

/**
 * The pattern of {@code like}: {@code %} stands for any run of characters, {@code \%} for itself, everything else for itself.
 *
 * @param pieces the texts between the percent signs, one more than there are of those
 */
public record LikePattern(List<String> pieces) {
    public LikePattern {
        pieces = List.copyOf(pieces);
    }

    static LikePattern parse(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '%') {
                piece.append('%');
                i++;
            } else if (c == '%') {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return new LikePattern(pieces);
    }

    /** What every match begins with. */
    String prefix() {
        return pieces.getFirst();
    }

    /** Takes each piece at its first place after the one before: linear, and right because later pieces lose nothing by it. */
    boolean matches(String value) {
        if (pieces.size() == 1) {
            return value.equals(prefix());
        }
        String last = pieces.getLast();
        if (!value.startsWith(prefix())
                || value.length() < prefix().length() + last.length()
                || !value.endsWith(last)) {
            return false;
        }
        int at = prefix().length();
        int end = value.length() - last.length();
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int found = value.indexOf(piece, at);
            if (found < 0 || found + piece.length() > end) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }
}
