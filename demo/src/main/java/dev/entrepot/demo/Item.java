package dev.entrepot.demo;

import java.util.Map;
import java.util.Set;

/** An item of a domain; two are equal when they hold the same values, in whatever order. */
record Item(String name, Map<String, Set<String>> attributes) {
    /** How many attribute name and value pairs it has, which is what SimpleDB counts. */
    int pairs() {
        return attributes.values().stream().mapToInt(Set::size).sum();
    }
}
