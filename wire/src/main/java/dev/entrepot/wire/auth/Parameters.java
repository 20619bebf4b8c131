package dev.entrepot.wire.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The parameters of a query or a form, encoded afresh in the one way that signatures are made over. */
final class Parameters {
    /** More than the largest legal request has: 25 items of 256 attributes of three parameters each. */
    private static final int MAX_PARAMETERS = 50_000;

    /** Version 4's order: by the encoded name, then the encoded value. */
    static final Comparator<Parameter> BY_ENCODED_NAME =
            Comparator.comparing(Parameter::name).thenComparing(Parameter::value);
    /** Version 2's order: by the octets of the decoded name. */
    static final Comparator<Parameter> BY_NAME_OCTETS =
            (left, right) -> PercentEncoding.compareOctets(left.name(), right.name());

    private final List<Parameter> parameters;

    /** Both sides percent-encoded. */
    record Parameter(String name, String value) {}

    private Parameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Of a query, which HTTP wants in ASCII: what is read into other characters must not depend on who reads. */
    static Parameters parse(String raw) {
        if (raw.chars().anyMatch(c -> c > 0x7F)) {
            throw NotAuthenticated.malformed("The request's query is not percent-encoded.");
        }
        return raw.isEmpty() ? new Parameters(List.of()) : parse(raw.getBytes(StandardCharsets.UTF_8));
    }

    static Parameters parse(byte[] raw) {
        var parameters = new ArrayList<Parameter>();
        for (int from = 0, to; from < raw.length; from = to + 1) {
            to = indexOf('&', raw, from, raw.length);
            if (to == from) {
                continue;
            }
            if (parameters.size() == MAX_PARAMETERS) {
                throw NotAuthenticated.malformed("More than " + MAX_PARAMETERS + " parameters.");
            }
            int equals = indexOf('=', raw, from, to);
            parameters.add(new Parameter(
                    PercentEncoding.normalize(raw, from, equals),
                    PercentEncoding.normalize(raw, Math.min(equals + 1, to), to)));
        }
        return new Parameters(parameters);
    }

    boolean has(String name) {
        for (var parameter : parameters) {
            if (parameter.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The decoded value of a parameter that makes up the signature.
     *
     * @throws NotAuthenticated when it is there more than once
     */
    Optional<String> only(String name) {
        Optional<String> found = Optional.empty();
        for (var parameter : parameters) {
            if (parameter.name().equals(name)) {
                if (found.isPresent()) {
                    throw NotAuthenticated.malformed("The parameter " + name + " is there more than once.");
                }
                found = Optional.of(PercentEncoding.decode(parameter.value()));
            }
        }
        return found;
    }

    /** All but the named one, sorted and joined as {@code name=value&name=value}. */
    String canonical(Comparator<Parameter> order, String except) {
        var sorted = new ArrayList<Parameter>(parameters.size());
        int length = 0;
        for (var parameter : parameters) {
            if (!parameter.name().equals(except)) {
                sorted.add(parameter);
                length += parameter.name().length() + parameter.value().length() + 2;
            }
        }
        sorted.sort(order);
        var out = new StringBuilder(length);
        for (var parameter : sorted) {
            if (!out.isEmpty()) {
                out.append('&');
            }
            out.append(parameter.name()).append('=').append(parameter.value());
        }
        return out.toString();
    }

    private static int indexOf(char c, byte[] raw, int from, int to) {
        int i = from;
        while (i < to && raw[i] != c) {
            i++;
        }
        return i;
    }
}
