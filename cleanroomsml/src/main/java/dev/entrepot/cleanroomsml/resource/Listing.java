package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.cleanroomsml.contract.ValidationException;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The resources of one type, the latest first, a page at a time (dossier, section 1.13). */
public record Listing(Database database, PageTokens tokens, ResourceType type) {
    private static final int STANDARD_PAGE = 100;

    /** @param nextToken absent on the last page */
    public record Page(List<Resource> resources, Optional<String> nextToken) {}

    /** All of an owner's. */
    public Page page(Owner owner, Optional<Integer> maxResults, Optional<String> nextToken) {
        return page(owner, Optional.empty(), "", each -> true, maxResults, nextToken);
    }

    /**
     * Some of an owner's.
     *
     * @param parent only those under this resource
     * @param filter names what {@code wanted} wants, so that a token is good for nothing else
     */
    public Page page(
            Owner owner,
            Optional<String> parent,
            String filter,
            Predicate<Resource> wanted,
            Optional<Integer> maxResults,
            Optional<String> nextToken) {
        String context = "List " + type + " " + owner + " " + parent.orElse("") + " " + filter;
        int size = maxResults.orElse(STANDARD_PAGE);
        Optional<ListPosition> after = nextToken.map(token -> position(context, token));
        List<Resource> found = find(owner, parent, wanted, after, size + 1);
        return found.size() <= size
                ? new Page(found, Optional.empty())
                : new Page(found.subList(0, size), Optional.of(token(context, found.get(size - 1))));
    }

    private List<Resource> find(
            Owner owner, Optional<String> parent, Predicate<Resource> wanted, Optional<ListPosition> after, int limit) {
        return database.read(handle -> {
            var found = new ArrayList<Resource>();
            Optional<ListPosition> from = after;
            List<Resource> some;
            do {
                some = ResourceStore.list(handle, owner, type, parent, from, limit);
                some.stream().filter(wanted).limit(limit - found.size()).forEach(found::add);
                from = some.isEmpty() ? from : Optional.of(ListPosition.of(some.getLast()));
            } while (some.size() == limit && found.size() < limit);
            return found;
        });
    }

    private String token(String context, Resource last) {
        return tokens.issue(context, ListPosition.of(last).toString().getBytes(StandardCharsets.UTF_8));
    }

    private ListPosition position(String context, String token) {
        return tokens.read(context, token)
                .flatMap(position -> ListPosition.parse(new String(position, StandardCharsets.UTF_8)))
                .orElseThrow(() -> new ValidationException("Invalid nextToken"));
    }
}
