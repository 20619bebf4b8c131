package dev.entrepot.storage.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.nio.charset.StandardCharsets;

/** A page token comes back from outside; only what we issued for this very listing may steer a query. */
class PageTokensTest {
    private static final byte[] POSITION = "item 7".getBytes(StandardCharsets.UTF_8);

    // Clients page through a listing across our restarts and across nodes.
    @OnEveryDatabase
    void aTokenIsGoodAfterReopening(TestDatabase test) {
        String token;
        try (Database database = test.open()) {
            token = PageTokens.of(database).issue("ListExports", POSITION);
        }
        assertThat(PageTokens.of(test.open()).read("ListExports", token)).hasValue(POSITION);
    }

    @OnEveryDatabase
    void aTokenOfAnotherContextOrInstallationIsRefused(TestDatabase test) {
        PageTokens tokens = PageTokens.of(test.open());
        String token = tokens.issue("ListExports of a", POSITION);
        assertThat(tokens.read("ListExports of b", token)).isEmpty();
        assertThat(tokens.read("ListExports of a", token)).isPresent();
    }

    @OnEveryDatabase
    void aChangedTokenIsRefusedWhereverItWasChanged(TestDatabase test) {
        PageTokens tokens = PageTokens.of(test.open());
        String token = tokens.issue("ListExports", POSITION);
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.read("ListExports", changed)).as(changed).isEmpty();
        }
    }

    // "aws … --next-token -79O6e" fails: the command line looks for an option of that name.
    @OnEveryDatabase
    void aTokenBeginsWithALetter(TestDatabase test) {
        PageTokens tokens = PageTokens.of(test.open());
        for (int i = 0; i < 500; i++) {
            assertThat(tokens.issue("ListExports " + i, POSITION)).matches("[a-z][A-Za-z0-9_-]+");
        }
    }

    @OnEveryDatabase
    void whatIsNoTokenAtAllIsRefused(TestDatabase test) {
        PageTokens tokens = PageTokens.of(test.open());
        for (String nonsense : new String[] {"", "a", "====", "not base64!", "é", "A".repeat(100_000)}) {
            assertThat(tokens.read("ListExports", nonsense)).isEmpty();
        }
    }
}
