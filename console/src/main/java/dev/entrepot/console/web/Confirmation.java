package dev.entrepot.console.web;

import java.util.Map;

/**
 * Asks whether something is meant that cannot be taken back: a page of its own, so that it needs no scripts.
 *
 * @param title what would be done: {@code Delete the object}
 * @param what it would be done to
 * @param warning what would follow from it
 * @param action where the form goes, with {@code fields} by name
 * @param button what says yes
 * @param back where whoever says no goes
 */
public record Confirmation(
        String title,
        String what,
        String warning,
        String action,
        Map<String, String> fields,
        String button,
        String back) {
    public Confirmation {
        fields = Map.copyOf(fields);
    }

    public Answer asked() {
        return Answer.show("web/confirm.jte", this);
    }
}
