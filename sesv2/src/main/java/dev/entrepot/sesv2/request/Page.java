package dev.entrepot.sesv2.request;

import dev.entrepot.storage.token.PageTokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A page of a listing that is ordered by a text of its entries. */
public final class Page {
    /** A filter that lets next to nothing through must not keep a request busy for ever. */
    private static final int MOST_SEEN = 1_000_000;

    private final PageTokens tokens;
    private final String context;
    private final int size;
    private final Optional<String> after;

    Page(PageTokens tokens, String context, int size, Optional<String> after) {
        this.tokens = tokens;
        this.context = context;
        this.size = size;
        this.after = after;
    }

    /**
     * What a page turned out to hold.
     *
     * @param nextToken absent on the last page; rarely a page is short and has one
     */
    public record Filled<T>(List<T> entries, Optional<String> nextToken) {}

    /** The most entries it may have, at least one. */
    public int size() {
        return size;
    }

    /** It begins behind this text; empty for the first page. */
    public String after() {
        return after.orElse("");
    }

    /**
     * Takes what is wanted until the page is full.
     *
     * @param all the entries behind {@link #after()}, in the order of their positions
     * @param position the text that orders the entries
     */
    public <T> Filled<T> fill(Iterator<T> all, Predicate<T> wanted, Function<T, String> position) {
        var entries = new ArrayList<T>();
        for (int seen = 1; all.hasNext(); seen++) {
            T each = all.next();
            if (wanted.test(each)) {
                if (entries.size() == size) {
                    return new Filled<>(entries, Optional.of(next(position.apply(entries.getLast()))));
                }
                entries.add(each);
            }
            if (seen == MOST_SEEN && all.hasNext()) {
                return new Filled<>(entries, Optional.of(next(position.apply(each))));
            }
        }
        return new Filled<>(entries, Optional.empty());
    }

    /** The token of the page that begins behind {@code position}. */
    public String next(String position) {
        return tokens.issue(context, position.getBytes(StandardCharsets.UTF_8));
    }
}
