package dev.entrepot.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on the command line is told in one sentence and an exit code, never by a stack trace. */
class CommandsTest {
    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serve --prot 1            | 2 | There is no '--prot'; the nearest is --port
            serve --prot=1            | 2 | There is no '--prot'; the nearest is --port
            sreve                     | 2 | There is no 'sreve'; the nearest is serve
            serve now                 | 2 | 'now' is one word too many
            serve --port              | 2 | Missing required parameter for option '--port' (PORT)
            serve --port x            | 1 | --port takes a number from 0 to 65535, not 'x'
            credentials lst           | 2 | There is no 'lst'; the nearest is list
            credentials remove        | 2 | Missing required parameter: 'KEY'
            credentials add --account 12      | 1 | --account takes twelve digits, not '12'
            credentials add --profile a]b     | 1 | "--profile takes 1 to 64 letters, digits, '.', '_' and '-', not 'a]b'"
            credentials add --profile default | 1 | "--profile takes a name other than 'default', which is the server's own"
            credentials remove AKIAX  | 1 | There is no access key 'AKIAX'; credentials list shows them
            """, quoteCharacter = '"')
    void aMistakeIsOneSentence(String arguments, int exitCode, String sentence) {
        assertThat(run(arguments.split(" "))).isEqualTo(exitCode);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("entrepot: " + sentence + "\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void aTakenPortAndAnImpossibleDataDirectoryAreOneSentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("serve", "--data", data.toString(), "--port", "" + taken.getLocalPort()))
                    .isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo("entrepot: Cannot listen on 127.0.0.1 port %d: Address already in use\n"
                            .formatted(taken.getLocalPort()));
        }
        err.reset();
        Path file = Files.writeString(data.resolve("file"), "");
        assertThat(run("serve", "--data", file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("entrepot: ")
                .contains(file + " is there and is no directory")
                .hasLineCount(1);
    }

    @Test
    void anAddedKeyPairIsPrintedAsAProfileAndListedWithoutItsSecret() {
        assertThat(run("credentials", "add", "--account", "111122223333", "--data", data.toString()))
                .isZero();
        String profile = out.toString(StandardCharsets.UTF_8);
        assertThat(profile)
                .matches("\\[account-111122223333]\naws_access_key_id = AKIA[A-Z2-7]{16}\n"
                        + "aws_secret_access_key = [A-Za-z0-9+/]{40}\n");
        String accessKeyId = profile.substring(profile.indexOf("AKIA"), profile.indexOf("AKIA") + 20);
        out.reset();
        assertThat(run("credentials", "list", "--data", data.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches(accessKeyId + "  111122223333  \\S+Z  account-111122223333\n");
        assertThat(run("credentials", "remove", accessKeyId, "--data", data.toString()))
                .isZero();
        out.reset();
        assertThat(run("credentials", "list", "--data", data.toString())).isZero();
        assertThat(out.size()).isZero();
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("serve", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--port", "--bind", "--data", "--database", "--objects", "--limits", "--auth", "--region");
    }

    // Who asks for help wants to copy something.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "credentials add",
                "credentials list",
                "credentials remove",
                "keys create",
                "keys list",
                "keys disable",
                "keys enable",
                "simpledb import",
                "ses events load",
                "ses import",
                "mail load",
                "mail verify",
                "mail hold place",
                "mail hold list",
                "mail hold release",
                "mail audit",
                "watch",
                "jobs list",
                "jobs show",
                "jobs watch",
                "jobs stop",
                "audiences describe",
                "audiences tables",
                "audiences train",
                "audiences generate",
                "audiences export",
                "audiences list",
                "audiences metrics",
                "backup",
                "restore",
                "completion"
            })
    void helpEndsWithExamplesInOneLineEach(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        String help = out.toString(StandardCharsets.UTF_8);
        assertThat(help).containsPattern("\nExamples?:\n");
        assertThat(help.split("\nExamples?:\n", 2)[1].lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches("  ((\\./)?entrepot|source|cd) .+"));
    }

    // The launcher's own commands are typed as often as the program's.
    @Test
    void completionKnowsTheCommandsOfTheLauncherToo() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("serve", "credentials", "demo", "bench", "--smtp-port");
    }

    private int run(String... arguments) {
        return new Commands(
                        Map.of("ENTREPOT_DATA", data.resolve("unset").toString()),
                        data,
                        InstantSource.system(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }
}
