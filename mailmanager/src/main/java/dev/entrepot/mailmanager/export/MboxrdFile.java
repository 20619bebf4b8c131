package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.message.Delivery.Envelope;
import dev.entrepot.mailmanager.message.MessageRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
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
    public byte[] add(MessageRow message, byte[] bytes) {
        var file = new ByteArrayOutputStream(bytes.length + 256);
        file.writeBytes(separator(message).getBytes(StandardCharsets.US_ASCII));
        int written = 0;
        for (int line = 0; line < bytes.length; line = nextLine(bytes, line)) {
            if (isFrom(bytes, line)) {
                file.write(bytes, written, line - written);
                file.write('>');
                written = line;
            }
        }
        file.write(bytes, written, bytes.length - written);
        if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
            file.write('\n');
        }
        file.write('\n');
        return file.toByteArray();
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

    private static int nextLine(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        return i + 1;
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
