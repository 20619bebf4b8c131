package dev.entrepot.mailmanager.mime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * Decodes the encoded words of one message's headers (RFC 2047). Mime4J decodes; it is given whole runs of words only, because
 * text that merely looks like the beginning of words costs it time that grows with the square of the length.
 */
final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([^\\s?]{1,100}+)\\?[BbQq]\\?[^?]{0,1000}+(?:\\?(?!=)[^?]{0,1000}+){0,20}+\\?=");
    private static final int LONGEST_RUN = 4 * 1024;
    /** Java looks long for a charset that it does not have. */
    private static final int MOST_UNKNOWN = 20;

    private int unknown;

    String decode(String text) {
        Matcher words = WORD.matcher(text);
        var decoded = new StringBuilder(text.length());
        int start = 0;
        int end = 0;
        while (words.find()) {
            if (!isKnown(words.group(1))) {
                continue; // it stays as it is
            }
            boolean goesOn = end - start < LONGEST_RUN
                    && text.substring(end, words.start()).isBlank();
            if (!goesOn) {
                decoded.append(run(text.substring(start, end))).append(text, end, words.start());
                start = words.start();
            }
            end = words.end();
        }
        return decoded.append(run(text.substring(start, end)))
                .append(text, end, text.length())
                .toString();
    }

    private boolean isKnown(String charset) {
        if (unknown >= MOST_UNKNOWN) {
            return false;
        }
        try {
            if (Charset.isSupported(charset)) {
                return true;
            }
        } catch (IllegalCharsetNameException e) {
            // as unknown as one that Java does not have
        }
        unknown++;
        return false;
    }

    /** What cannot be decoded stays as it is. */
    private static String run(String words) {
        try {
            return words.isEmpty() ? "" : DecoderUtil.decodeEncodedWords(words, DecodeMonitor.SILENT);
        } catch (RuntimeException | StackOverflowError e) {
            return words;
        }
    }
}
