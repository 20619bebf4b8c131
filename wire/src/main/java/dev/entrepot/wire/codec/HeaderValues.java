package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.TimestampFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Members that travel in headers: lists joined by commas, strings of a media type in Base64, times as HTTP dates. */
public final class HeaderValues {
    private HeaderValues() {}

    /** @param lines the values of every header of the member's name */
    public static Object read(Member member, List<String> lines) {
        if (member.target() instanceof ListSchema list) {
            List<Object> values = new ArrayList<>();
            for (String line : lines) {
                for (String text : split(line, commasInside(list.member()))) {
                    values.add(one(list.member(), member.placeName(), text));
                }
            }
            return values;
        }
        if (lines.size() > 1) {
            throw new MalformedInput("The header is there more than once").at(member.placeName(), lines.getFirst());
        }
        return one(member, member.placeName(), lines.getFirst());
    }

    private static Object one(Member member, String name, String text) {
        if (isMediaTyped(member)) {
            return Utf8.decode(Blobs.bytes(Blobs.readBase64(text)));
        }
        return TextScalars.readNamed(member, name, text, TimestampFormat.HTTP_DATE);
    }

    private static boolean isMediaTyped(Member member) {
        return member.type() == ShapeType.STRING && !member.mediaType().isEmpty();
    }

    /** {@code Mon, 16 Dec 2019 23:48:18 GMT} has one. */
    private static int commasInside(Member element) {
        boolean httpDate = element.type() == ShapeType.TIMESTAMP
                && (element.timestampFormat() == TimestampFormat.UNSPECIFIED
                        || element.timestampFormat() == TimestampFormat.HTTP_DATE);
        return httpDate ? 1 : 0;
    }

    private static List<String> split(String line, int commasInside) {
        var parts = new ArrayList<String>();
        int at = skipBlanks(line, 0);
        while (at < line.length()) {
            int end = line.charAt(at) == '"' ? quoted(line, at, parts) : bare(line, at, commasInside, parts);
            at = skipBlanks(line, end);
            if (at < line.length()) {
                if (line.charAt(at) != ',') {
                    throw new MalformedInput("A quoted header value is followed by something other than a comma");
                }
                at = skipBlanks(line, at + 1);
                if (at == line.length()) {
                    throw new MalformedInput("A header list ends in a comma");
                }
            }
        }
        return parts;
    }

    private static int skipBlanks(String line, int at) {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int bare(String line, int start, int commasInside, List<String> parts) {
        int end = line.indexOf(',', start);
        for (int inside = commasInside; inside > 0 && end >= 0; inside--) {
            end = line.indexOf(',', end + 1);
        }
        end = end < 0 ? line.length() : end;
        parts.add(line.substring(start, end).strip());
        return end;
    }

    private static int quoted(String line, int start, List<String> parts) {
        var text = new StringBuilder();
        int at = start + 1;
        while (at < line.length() && line.charAt(at) != '"') {
            if (line.charAt(at) == '\\') {
                at++;
            }
            if (at < line.length()) {
                text.append(line.charAt(at++));
            }
        }
        if (at >= line.length()) {
            throw new MalformedInput("A quoted header value does not end");
        }
        parts.add(text.toString());
        return at + 1;
    }

    public static String write(Member member, Object value) {
        if (!(member.target() instanceof ListSchema list)) {
            return safe(text(member, value));
        }
        return ((List<?>) value)
                .stream()
                        .map(element -> quote(list.member(), text(list.member(), element)))
                        .collect(Collectors.joining(", "));
    }

    private static String text(Member member, Object value) {
        return isMediaTyped(member)
                ? Base64.getEncoder().encodeToString(((String) value).getBytes(StandardCharsets.UTF_8))
                : TextScalars.write(member, value, TimestampFormat.HTTP_DATE);
    }

    private static String quote(Member member, String text) {
        boolean quoted =
                text.isEmpty() || !text.equals(text.strip()) || text.indexOf(',') >= 0 || text.indexOf('"') >= 0;
        return safe(
                !quoted || member.type() == ShapeType.TIMESTAMP
                        ? text
                        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    /** Without the characters that would end a header. */
    public static String safe(String value) {
        return value.indexOf('\r') < 0 && value.indexOf('\n') < 0 && value.indexOf('\0') < 0
                ? value
                : value.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
    }
}
