package dev.entrepot.sesv2.request;

import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.schema.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pages of one operation (SES dossier, section 1.3): an empty token is none, a size of zero is the default, a larger one
 * than {@value #LARGEST} is that.
 *
 * @param standard how many entries a page has when the request does not say
 * @param badToken the operation's error for a token that is not one of its own
 */
public record Paging(PageTokens tokens, String operation, int standard, Function<String, ApiException> badToken) {
    private static final int LARGEST = 1_000;

    public Paging(PageTokens tokens, String operation, int standard) {
        this(tokens, operation, standard, BadRequestException::new);
    }

    /**
     * The page that a request asks for.
     *
     * @param scope owner and filters: what must not change between pages
     */
    public Page page(String scope, Optional<Integer> pageSize, Optional<String> nextToken) {
        int size = pageSize.orElse(0);
        if (size < 0) {
            throw new BadRequestException("PageSize must not be negative.");
        }
        String context = operation + " " + scope;
        Optional<String> after = nextToken.filter(token -> !token.isEmpty()).map(token -> position(context, token));
        return new Page(tokens, context, size == 0 ? standard : Math.min(size, LARGEST), after);
    }

    private String position(String context, String token) {
        return tokens.read(context, token)
                .map(position -> new String(position, StandardCharsets.UTF_8))
                .orElseThrow(() -> badToken.apply("NextToken is not valid."));
    }
}
