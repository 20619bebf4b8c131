package dev.entrepot.sesv2.source;

/**
 * Follows the brackets and strings of one JSON object, byte by byte, so closely that a bracket missing in one object is noticed
 * at the next. What the values are is not looked at.
 */
final class JsonShape {
    /** Deeper than any record is; it bounds how far one that is broken can reach into those behind it. */
    private static final int DEEPEST = 32;

    /** What a further byte has made of it. */
    enum Step {
        INSIDE,
        COMPLETE,
        BROKEN
    }

    /** Bit n tells whether the bracket n levels up is of an array. */
    private int arrays;

    private int depth;
    private boolean inString;
    private boolean escaped;
    /** The last byte that is neither space nor inside a string. */
    private int last;

    void begin() {
        arrays = 0;
        depth = 0;
        inString = false;
        escaped = false;
        last = ':';
    }

    Step next(int octet) {
        if (inString) {
            return inString(octet);
        }
        return switch (octet) {
            case ' ', '\t', '\r', '\n' -> Step.INSIDE;
            case '{', '[' -> open(octet == '[');
            case '}', ']' -> close(octet == ']');
            case '"' -> {
                inString = true;
                boolean fits = last == ':' || last == ',' || last == '{' || last == '[';
                last = octet;
                yield fits ? Step.INSIDE : Step.BROKEN;
            }
            default -> {
                last = octet;
                yield Step.INSIDE;
            }
        };
    }

    private Step inString(int octet) {
        if (escaped) {
            escaped = false;
        } else if (octet == '\\') {
            escaped = true;
        } else if (octet == '"') {
            inString = false;
        }
        return octet < ' ' ? Step.BROKEN : Step.INSIDE;
    }

    private Step open(boolean array) {
        boolean fits = last == ':' || (arrays & 1) == 1 && (last == '[' || last == ',');
        if (!fits || depth == DEEPEST) {
            return Step.BROKEN;
        }
        depth++;
        arrays = arrays << 1 | (array ? 1 : 0);
        last = array ? '[' : '{';
        return Step.INSIDE;
    }

    private Step close(boolean array) {
        if ((arrays & 1) == 1 != array) {
            return Step.BROKEN;
        }
        depth--;
        arrays >>>= 1;
        last = '}';
        return depth == 0 ? Step.COMPLETE : Step.INSIDE;
    }
}
