package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.message.Delivery.Envelope;
import dev.entrepot.mailmanager.message.MessageRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;

/**
 * A mailbox in which a line {@code From } of a message, however often quoted, is quoted once more, so that each message can be had back as it
 * was; only one whose last line has no end gets that.
 */
final class MboxrdFile implements Packaging {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String suffix() {
        return ".mbox";
    }

    @Override
    public String contentType() {
        return "application/mbox";
    }

    @Override
    public Iterator<byte[]> add(MessageRow message, byte[] bytes) {
        return Packaging.piecewise(bytes, (from, to) -> piece(message, bytes, from, to));
    }

    private static byte[] piece(MessageRow message, byte[] bytes, int from, int to) {
        var file = new ByteArrayOutputStream(to - from + 256);
        if (from == 0) {
            file.writeBytes(separator(message).getBytes(StandardCharsets.US_ASCII));
        }
        quote(bytes, from, to, file);
        if (to == bytes.length) {
            if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
                file.write('\n');
            }
            file.write('\n');
        }
        return file.toByteArray();
    }

    private static void quote(byte[] bytes, int from, int to, ByteArrayOutputStream into) {
        int written = from;
        for (int at = from; at < to; at++) {
            if ((at == 0 || bytes[at - 1] == '\n') && isFrom(bytes, at)) {
                into.write(bytes, written, at - written);
                into.write('>');
                written = at;
            }
        }
        into.write(bytes, written, to - written);
    }

    private static String separator(MessageRow message) {
        String sender = message.document()
                .delivery()
                .envelope()
                .flatMap(Envelope::from)
                .filter(from -> from.matches("[!-~]+"))
                .orElse("MAILER-DAEMON");
        return "From " + sender + " " + DATE.format(message.id().received()) + "\n";
    }

    private static boolean isFrom(byte[] bytes, int line) {
        int i = line;
        while (i < bytes.length && bytes[i] == '>') {
            i++;
        }
        return i + FROM.length <= bytes.length && Arrays.equals(bytes, i, i + FROM.length, FROM, 0, FROM.length);
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }
}
