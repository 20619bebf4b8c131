package dev.entrepot.console.web;

import dev.entrepot.console.session.Session;
import java.util.Optional;

/**
 * What surrounds every page.
 *
 * @param session nothing before the visitor has logged in
 * @param nonce admits this answer's own style sheet and script and no others
 * @param path of the page, without its query
 */
public record Frame(Optional<Session> session, String nonce, String path) {
    /** The token that every form of this visitor's must carry. */
    public String csrf() {
        return session.map(Session::csrf).orElse("");
    }

    String asset(String name) {
        return Assets.address(name);
    }

    /** Whether the page belongs to a section of the menu. */
    boolean in(Section section) {
        return section == Section.OVERVIEW ? path.equals(Route.ROOT) : section.has(path);
    }
}
