package dev.entrepot.console.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The fields of a query or a form by name, the first of each, blank ones left out: whoever leaves a field empty says nothing. */
public record Fields(Map<String, String> values) {
    private static final int MOST = 100;

    public Fields {
        values = Map.copyOf(values);
    }

    /** @throws BadForm when it is no query */
    public static Fields parse(String encoded) {
        var values = new LinkedHashMap<String, String>();
        String[] fields = encoded.split("&", MOST + 1);
        if (fields.length > MOST) {
            throw new BadForm("More than " + MOST + " fields.");
        }
        for (String field : fields) {
            String[] both = field.split("=", 2);
            String value = both.length == 1 ? "" : decode(both[1]);
            if (!value.isBlank()) {
                values.putIfAbsent(decode(both[0]), value);
            }
        }
        return new Fields(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws BadForm when it was left empty */
    public String get(String name) {
        return find(name).orElseThrow(() -> new BadForm("The field " + name + " is empty."));
    }

    /**
     * A choice that is a contract's.
     *
     * @param of tells the choice by its word, or throws IllegalArgumentException
     * @throws BadForm for a word that is none
     */
    public <E> Optional<E> choice(String name, Function<String, E> of) {
        return find(name).map(word -> {
            try {
                return of.apply(word);
            } catch (IllegalArgumentException e) {
                throw new BadForm("There is no choice '" + word + "' of " + name + ".");
            }
        });
    }

    /** @throws BadForm when it was left empty */
    public <E> E chosen(String name, Function<String, E> of) {
        return choice(name, of).orElseThrow(() -> new BadForm("Nothing was chosen for " + name + "."));
    }

    /** @throws BadForm for what is no number */
    public Optional<Integer> number(String name) {
        return find(name).map(text -> integer(name, text));
    }

    /** @throws BadForm when it was left empty or is no day */
    public LocalDate day(String name) {
        get(name);
        return findDay(name).orElseThrow();
    }

    /** @throws BadForm for what is no day */
    public Optional<LocalDate> findDay(String name) {
        return find(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new BadForm("A day is written like 2026-11-21.");
            }
        });
    }

    /** Several in one field, with commas between them. */
    public List<String> list(String name) {
        return Stream.of(find(name).orElse("").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** @throws BadForm for what is no number */
    public List<Integer> numbers(String name) {
        return list(name).stream().map(text -> integer(name, text)).toList();
    }

    private static int integer(String name, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new BadForm("The field " + name + " takes numbers.");
        }
    }

    /** Whether a box was ticked. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A link to {@code path} with a query of names and values alternating, those that are empty left out. */
    public static String link(String path, String... namesAndValues) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                fields.add(namesAndValues[i] + "=" + encode(namesAndValues[i + 1]));
            }
        }
        return fields.isEmpty() ? path : path + "?" + String.join("&", fields);
    }

    /** One step of a path or one value of a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadForm("The address or form is not percent-encoded.");
        }
    }
}
