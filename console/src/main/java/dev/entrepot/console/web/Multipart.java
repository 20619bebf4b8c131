package dev.entrepot.console.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads forms that have a file, as browsers send them (RFC 7578): the first file that was chosen, and the fields. */
final class Multipart {
    static final String TYPE = "multipart/form-data";

    private static final int MOST = 100;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final Pattern BOUNDARY = Pattern.compile(";\\s*boundary=\"?([^\";]{1,70})", FLAGS);
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"", FLAGS);
    private static final Pattern FILE_NAME = Pattern.compile("[;\\s]filename=\"(?:[^\"]*[/\\\\])?([^\"]*)\"", FLAGS);
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("^content-type:\\s*(\\S.*)$", FLAGS | Pattern.MULTILINE);
    private static final String LINE = "\r\n";
    private static final String END_OF_HEAD = LINE + LINE;

    private final byte[] body;
    private final String text;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private Optional<Upload> file = Optional.empty();

    private Multipart(byte[] body) {
        this.body = body;
        this.text = new String(body, StandardCharsets.ISO_8859_1); // a character a byte: places are the same in both
    }

    /** @throws BadForm when it is none */
    static Form parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw broken();
        }
        var form = new Multipart(body);
        form.read("--" + boundary.group(1));
        return new Form(new Fields(form.fields), form.file);
    }

    private void read(String delimiter) {
        int at = text.startsWith(delimiter) ? delimiter.length() : text.length();
        for (int parts = 0; text.startsWith(LINE, at) && parts < MOST; parts++) {
            int headEnd = text.indexOf(END_OF_HEAD, at);
            int from = headEnd + END_OF_HEAD.length();
            int end = text.indexOf(LINE + delimiter, from);
            if (headEnd < 0 || end < 0) {
                throw broken();
            }
            part(utf8(at, headEnd - at), from, end - from);
            at = end + LINE.length() + delimiter.length();
        }
        if (!text.startsWith("--", at)) {
            throw broken();
        }
    }

    private void part(String head, int from, int length) {
        String name = find(NAME, head).orElseThrow(Multipart::broken);
        Optional<String> fileName = find(FILE_NAME, head);
        if (fileName.isEmpty()) {
            String value = utf8(from, length);
            if (!value.isBlank()) {
                fields.putIfAbsent(name, value);
            }
        } else if (file.isEmpty() && !fileName.get().isEmpty()) { // without a name nothing was chosen
            String type = find(CONTENT_TYPE, head).orElse("application/octet-stream");
            file = Optional.of(new Upload(fileName.get(), type, body, from, length));
        }
    }

    private String utf8(int from, int length) {
        return new String(body, from, length, StandardCharsets.UTF_8);
    }

    private static Optional<String> find(Pattern what, String head) {
        Matcher found = what.matcher(head);
        return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
    }

    private static BadForm broken() {
        return new BadForm("The form did not come whole.");
    }
}
