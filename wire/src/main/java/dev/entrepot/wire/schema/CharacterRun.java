package dev.entrepot.wire.schema;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of the commonest form, one class of characters from start to end as in {@code ^[a-z0-9-]+$}: whether a text has it
 * can be told without a matcher.
 *
 * @param ascii the class's characters below 128
 */
record CharacterRun(BitSet ascii, int least, int most) {
    /** A class without classes inside it, then how often: {@code +}, <code>{2}</code> or <code>{3,63}</code>. */
    private static final Pattern FORM =
            Pattern.compile("\\^(\\[[^\\[\\]&^]+])(?:\\+|\\{(\\d{1,9})(?:,(\\d{1,9}))?})\\$");

    static Optional<CharacterRun> of(String pattern) {
        Matcher form = FORM.matcher(pattern);
        if (!form.matches()) {
            return Optional.empty();
        }
        var one = Pattern.compile(form.group(1)).asMatchPredicate();
        var ascii = new BitSet();
        for (char c = 0; c < 128; c++) {
            ascii.set(c, one.test(String.valueOf(c)));
        }
        if (form.group(2) == null) {
            return Optional.of(new CharacterRun(ascii, 1, Integer.MAX_VALUE));
        }
        int least = Integer.parseInt(form.group(2));
        int most = form.group(3) == null ? least : Integer.parseInt(form.group(3));
        return Optional.of(new CharacterRun(ascii, least, most));
    }

    /** False also for texts with other characters, of which this cannot tell. */
    boolean has(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!ascii.get(text.charAt(i))) {
                return false;
            }
        }
        return text.length() >= least && text.length() <= most;
    }
}
