package dev.entrepot.bench.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages by number: the headers of real mail, with words of their own in the subject, and next to no body. */
public final class SampleHeaders {
    private static final Pattern SUBJECT = Pattern.compile("(?mi)^subject:.*");
    private static final int VOCABULARY = 20_000;

    private final List<String> originals;

    public SampleHeaders(SampleMail mail) {
        this.originals = mail.originals().stream().map(SampleHeaders::head).toList();
    }

    private static String head(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        int end = text.indexOf("\n\n");
        return (end < 0 ? text : text.substring(0, end)) + "\n\n";
    }

    public byte[] message(int number) {
        String head = originals.get(number % originals.size());
        Matcher subject = SUBJECT.matcher(head);
        String own = " " + word(number, 1) + " " + word(number, 2) + " " + reference(number);
        String text = subject.find()
                ? head.substring(0, subject.end()) + own + head.substring(subject.end())
                : "Subject:" + own + "\n" + head;
        return (text + number + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** In the subject of this message alone. */
    public static String reference(int number) {
        return "ref-%07d".formatted(number);
    }

    /** Words as in a language: few that are frequent, many that are not. The lower their number, the more frequent they are. */
    public static String word(long number) {
        return new StringBuilder(Long.toString(number * 7_368_787 % 60_466_176 + 60_466_176, 36))
                .append("ing")
                .toString();
    }

    private static String word(int message, int salt) {
        double at = new SplittableRandom(31L * message + salt).nextDouble();
        return word((long) Math.pow(VOCABULARY, at));
    }
}
