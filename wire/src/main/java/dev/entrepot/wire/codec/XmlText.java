package dev.entrepot.wire.codec;

/** Text inside XML elements. */
public final class XmlText {
    private XmlText() {}

    /** Whether XML 1.0 can carry the text at all. */
    static boolean representable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE || c == 0xFFFF) {
                return false;
            }
        }
        return true;
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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#xD;");
                case 0x85 -> out.append("&#x85;");
                case 0x2028 -> out.append("&#x2028;");
                default -> {
                    if (c < 0x20 && c != '\t' && c != '\n' || c == 0xFFFE || c == 0xFFFF) {
                        out.append('\uFFFD'); // no escape exists; flavours that have one never come here
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }
}
