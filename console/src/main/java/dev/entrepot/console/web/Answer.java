package dev.entrepot.console.web;

import dev.entrepot.wire.http.HttpResponse;

/** What a page answers. */
public sealed interface Answer {
    /**
     * A page or a part of one.
     *
     * @param template below {@code src/main/jte}
     * @param view what the template shows
     */
    record Shown(int status, String template, Object view) implements Answer {}

    /** Go on at {@code address} with GET. */
    record SeeOther(String address) implements Answer {}

    /** Anything else, with its own headers. */
    record Bytes(HttpResponse response) implements Answer {}

    static Answer show(String template, Object view) {
        return new Shown(200, template, view);
    }
}
