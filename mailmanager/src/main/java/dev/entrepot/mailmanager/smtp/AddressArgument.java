package dev.entrepot.mailmanager.smtp;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What follows MAIL or RCPT: {@code FROM:<address> KEY=VALUE …}.
 *
 * @param address without angle brackets and source route; it may be empty
 * @param parameters by their names in upper case; one without a value has an empty one
 */
record AddressArgument(String address, Map<String, String> parameters) {
    /** Of a path with its brackets (RFC 5321, section 4.5.3.1.3), and some more: addresses grow where lists rewrite them. */
    private static final int LONGEST = 512;

    /** @param word {@code FROM:} or {@code TO:} */
    static AddressArgument of(String word, String argument) throws Refused {
        if (!argument.regionMatches(true, 0, word, 0, word.length())) {
            throw syntax("Say " + word + "<address>");
        }
        String rest = argument.substring(word.length()).strip();
        int end = end(rest);
        String path = rest.startsWith("<") ? rest.substring(1, end - 1) : rest.substring(0, end);
        if (path.startsWith("@")) {
            path = path.substring(path.indexOf(':') + 1); // a source route, which nobody follows any more
        }
        if (path.length() > LONGEST) {
            throw syntax("The address is too long");
        }
        return new AddressArgument(path, parameters(rest.substring(end).strip()));
    }

    /** Where the path ends; in quotes neither a bracket nor a space ends it. */
    private static int end(String rest) throws Refused {
        boolean bracketed = rest.startsWith("<");
        boolean quoted = false;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (!quoted && bracketed && c == '>') {
                return i + 1;
            } else if (!quoted && c == ' ') {
                if (bracketed) {
                    break;
                }
                return i;
            }
        }
        if (bracketed || quoted || rest.isEmpty()) {
            throw syntax("The address is not one");
        }
        return rest.length();
    }

    private static Map<String, String> parameters(String text) throws Refused {
        var parameters = new LinkedHashMap<String, String>();
        for (String parameter : text.isEmpty() ? new String[0] : text.split(" +")) {
            String[] parts = parameter.split("=", 2);
            if (parameters.put(parts[0].toUpperCase(Locale.ROOT), parts.length == 2 ? parts[1] : "") != null) {
                throw syntax("A parameter stands there twice");
            }
        }
        return parameters;
    }

    boolean isAscii() {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(address);
    }

    private static Refused syntax(String text) {
        return new Refused(501, "5.5.4", text);
    }
}
