package dev.entrepot.mailmanager.request;

import dev.entrepot.mailmanager.contract.ValidationException;
import dev.entrepot.storage.token.PageTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Cuts listings into pages (dossier, section 1.7).
 *
 * @param standard how many entries a page has when the request does not say
 */
public record Paging(PageTokens tokens, int standard) {
    /** The pages of AWS's documentation are silent on the standard. */
    public static Paging ofFifty(PageTokens tokens) {
        return new Paging(tokens, 50);
    }

    /** @param next the token of the page behind this one, if there is one */
    public record Page<T>(List<T> entries, Optional<String> next) {}

    /**
     * One page.
     *
     * @param scope operation, owner and filters: what must not change between pages
     * @param reading gives entries behind a position, empty for the first ones, as many as told if there are so many
     * @param position of an entry, to go on behind it
     */
    public <T> Page<T> page(
            String scope,
            Optional<Integer> pageSize,
            Optional<String> token,
            BiFunction<Optional<String>, Integer, List<T>> reading,
            Function<T, String> position) {
        int size = pageSize.orElse(standard);
        Optional<String> after = token.map(text -> read(scope, text));
        List<T> entries = reading.apply(after, size + 1);
        if (entries.size() <= size) {
            return new Page<>(entries, Optional.empty());
        }
        List<T> page = entries.subList(0, size);
        byte[] behind = position.apply(page.getLast()).getBytes(StandardCharsets.UTF_8);
        return new Page<>(page, Optional.of(tokens.issue(scope, behind)));
    }

    private String read(String scope, String token) {
        return tokens.read(scope, token)
                .map(position -> new String(position, StandardCharsets.UTF_8))
                .orElseThrow(() -> new ValidationException("The NextToken is not valid."));
    }
}
