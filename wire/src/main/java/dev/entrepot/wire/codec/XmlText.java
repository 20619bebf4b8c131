package dev.entrepot.wire.codec;

/** Text inside XML elements. */
public final class XmlText {
    private XmlText() {}

    /** Whether XML 1.0 can carry the text at all. */
    static boolean representable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!representable(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean representable(char c) {
        return c >= 0x20 && c < 0xFFFE || c == '\t' || c == '\n' || c == '\r';
    }

    /** Appends the declaration of a namespace: a prefix, a blank and the URI, or the URI alone; nothing for none. */
    public static void namespace(StringBuilder out, String declared) {
        if (!declared.isEmpty()) {
            int blank = declared.indexOf(' ');
            out.append(" xmlns");
            if (blank > 0) {
                out.append(':').append(declared, 0, blank);
            }
            out.append("=\"");
            escape(out, declared.substring(blank + 1));
            out.append('"');
        }
    }

    /** Appends text with markup escaped; carriage returns too, which a parser would turn into line feeds. */
    public static void escape(StringBuilder out, String text) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!standsForItself(c)) {
                out.append(text, written, i).append(escaped(c));
                written = i + 1;
            }
        }
        out.append(text, written, text.length());
    }

    private static boolean standsForItself(char c) {
        return switch (c) {
            case '&', '<', '>', '"', '\r', 0x85, 0x2028 -> false;
            default -> representable(c);
        };
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\r' -> "&#xD;";
            case 0x85 -> "&#x85;";
            case 0x2028 -> "&#x2028;";
            default -> "\uFFFD"; // no escape exists; flavours that have one never come here
        };
    }
}
