package dev.entrepot.cleanroomsml.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeds are made by hand and by other programs, and what is wrong with one is told without telling whom it names (dossier, section 2.3). */
class SeedSourceTest {
    @TempDir
    private Path directory;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(directory);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    // [33]
    @Test
    void blankLinesRepetitionsAndNumbersAreTaken() {
        tables.put("seed", "\uFEFF{\"user_id\":\"a\"}\n\n{\"user_id\":42,\"score\":[1]}\r\n{\"user_id\":\"a\"}\n");
        assertThat(tables.seed("s3://bucket/seed")).containsExactlyInAnyOrder("a", "42");
    }

    @Test
    void aPlaceCanBeOneObjectOrSeveral() {
        tables.put("seeds/1", "{\"user_id\":\"a\"}")
                .put("seeds/2", "{\"user_id\":\"b\"}")
                .put("seeds/_x", "x");
        assertThat(tables.seed("s3://bucket/seeds/")).containsExactlyInAnyOrder("a", "b");
        assertThat(tables.seed("s3://bucket/seeds")).containsExactlyInAnyOrder("a", "b");
        assertThatThrownBy(() -> tables.seed("s3://bucket/seed")).hasMessage("There is no object at s3://bucket/seed.");
    }

    // [33]
    @Test
    void aBrokenLineIsNamedAndNotRepeated() {
        tables.put("seed", "{\"user_id\":\"a\"}\n".repeat(6) + "secret\n{\"user_id\":\"b\"}\n");
        assertMalformed("line 7");
        tables.put("seed", "{\"user_id\":\"a\"}\n{\"user_id\":\n");
        assertMalformed("line 2");
        tables.put("seed", "{\"user_id\":\"a\"}\n{\"user\":\"b\"}\n");
        assertMalformed("line 2");
        tables.put("seed", "user_id\na\n");
        assertMalformed("line 1");
    }

    private void assertMalformed(String line) {
        assertThatThrownBy(() -> tables.seed("s3://bucket/seed"))
                .hasMessage("s3://bucket/seed, " + line + ": no JSON object with a user_id.");
    }

    @Test
    void differentUsersAreCounted() {
        tables.put("seed", "{\"user_id\":\"a\"}\n{\"user_id\":\"a\"}\n");
        assertThatThrownBy(() -> tables.seed("s3://bucket/seed"))
                .hasMessage("Different users in the seed: found 1, needed 2.");
        tables.put("seed", "{\"user_id\":1}{\"user_id\":2}{\"user_id\":3}{\"user_id\":4}{\"user_id\":5}");
        assertThatThrownBy(() -> tables.seed("s3://bucket/seed"))
                .hasMessage("The seed has more than 4 different users.");
    }
}
