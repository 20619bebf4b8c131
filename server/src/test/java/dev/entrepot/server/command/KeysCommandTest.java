package dev.entrepot.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who disables a key must be able to trust that the key meant is the one that was disabled. */
class KeysCommandTest {
    private static final String ARN = "arn:aws:kms:us-east-1:000000000000:key/[0-9a-f-]{36}";

    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aKeyIsMadeListedDisabledByItsAliasAndEnabledByItsArn() {
        String arn = printed("create", "--alias", "exports").strip();
        assertThat(arn).matches(ARN);
        assertThat(printed("list")).matches(arn + "  Enabled   \\S+Z  alias/exports\n");
        assertThat(printed("disable", "alias/exports")).isEmpty();
        assertThat(printed("list")).matches(arn + "  Disabled  \\S+Z  alias/exports\n");
        assertThat(printed("enable", arn)).isEmpty();
        assertThat(printed("list")).contains("  Enabled ");
    }

    @Test
    void aKeyWithoutAnAliasIsNamedByItsIdAndOthersStayAsTheyAre() {
        String kept = printed("create").strip();
        String disabled = printed("create", "--alias", "alias/second").strip();
        printed("disable", disabled.substring(disabled.lastIndexOf('/') + 1));
        assertThat(printed("list"))
                .containsPattern(kept + "  Enabled   \\S+  -\n")
                .containsPattern(disabled + "  Disabled  \\S+  alias/second\n");
    }

    @Test
    void keysBelongToAnAccountAndRegion() {
        String arn = printed("create", "--account", "111122223333", "--region", "eu-west-1");
        assertThat(arn).startsWith("arn:aws:kms:eu-west-1:111122223333:key/");
        assertThat(printed("list")).isEmpty();
        assertThat(printed("list", "--account", "111122223333", "--region", "eu-west-1"))
                .startsWith(arn.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            disable alias/none | 1 | Alias 'arn:aws:kms:us-east-1:000000000000:alias/none' does not exist
            disable x          | 1 | Invalid keyId 'x'
            disable            | 2 | Missing required parameter: 'KEY'
            create --account 1 | 1 | An account id has twelve digits, not '1'
            create --alias a.b | 1 | "An alias is 'alias/' and letters, digits, '/', '_', '-', and not below 'alias/aws/': 'alias/a.b'"
            """)
    void aMistakeIsOneSentence(String arguments, int exitCode, String sentence) {
        assertThat(run(arguments.split(" "))).isEqualTo(exitCode);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("entrepot: " + sentence + "\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void anAliasIsGivenOnce() {
        printed("create", "--alias", "exports");
        assertThat(run("create", "--alias", "exports")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("entrepot: An alias with the name alias/exports already exists\n");
    }

    private String printed(String... arguments) {
        out.reset();
        assertThat(run(arguments)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        String[] all = Stream.of(Stream.of("keys"), Stream.of(arguments), Stream.of("--data", data.toString()))
                .flatMap(words -> words)
                .toArray(String[]::new);
        return new Commands(
                        Map.of(),
                        data,
                        InstantSource.system(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(all);
    }
}
