package dev.entrepot.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mailmanager.model.ArchiveRetention;
import software.amazon.awssdk.services.mailmanager.model.ConflictException;
import software.amazon.awssdk.services.mailmanager.model.RetentionPeriod;

/** A lawyer asks for a hold in plain words, and later for proof of who did what. */
class CustodyCommandTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @Test
    void mailIsHeldAndReleasedAndTheLogTellsOfIt(@TempDir Path directory) throws Exception {
        var mail = ENTREPOT.mailManager();
        String archive = mail.createArchive(request -> request.archiveName("mine")
                        .retention(ArchiveRetention.fromRetentionPeriod(RetentionPeriod.PERMANENT)))
                .archiveId();
        Path message = Files.writeString(
                directory.resolve("x.eml"), "Received: from a by b; 1 Jun 2024 10:00 GMT\nSubject: x\n\nbody\n");
        assertThat(ok("mail", "load", archive, message.toString())).startsWith("1 messages archived");

        String time = ok(
                "mail", "hold", "place", archive, "--reason", "Case 7", "--from", "2024-06-01", "--to", "2024-06-01");
        assertThat(time).matches("hold-[a-z0-9]{26} is on 1 messages\n");
        String whole = ok("mail", "hold", "place", archive, "--reason", "Audit").split(" ")[0];
        assertThatThrownBy(() -> mail.deleteArchive(request -> request.archiveId(archive)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("hold");
        assertThat(ok("mail", "hold", "release", archive, whole)).isEqualTo(whole + " is released\n");
        assertThat(ok("mail", "hold", "list", archive).lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(time.split(" ")[0]) && line.endsWith("1 messages  Case 7"))
                .anyMatch(line -> line.startsWith("    released "));

        Path filters = Files.writeString(
                directory.resolve("filters.json"),
                "{\"Include\":[{\"BooleanExpression\":{\"Evaluate\":{\"Attribute\":\"HAS_ATTACHMENTS\"},"
                        + "\"Operator\":\"IS_TRUE\"}}]}");
        assertThat(ok("mail", "hold", "place", archive, "--reason", "Case 8", "--filters", filters.toString()))
                .endsWith(" is on 0 messages\n");

        String key = ENTREPOT.server().keys().accessKeyId();
        assertThat(ok("mail", "audit", archive).lines().map(line -> line.replaceAll("  \\{.*", "")))
                .allMatch(line -> line.contains("Z  " + key + "  "))
                .map(line -> line.split("  ")[0] + " " + line.split("  ")[3])
                .containsExactly("1 PlaceHold", "2 PlaceHold", "3 ReleaseHold", "4 PlaceHold");
    }

    @Test
    void theLogIsThereForPrograms() {
        String archive = ENTREPOT.mailManager()
                .createArchive(request -> request.archiveName("json"))
                .archiveId();
        ok("mail", "hold", "place", archive, "--reason", "Case \"9\"");
        assertThat(ok("mail", "audit", archive, "--json"))
                .startsWith("{\"")
                .contains("\"number\":1", "\"Reason\":\"Case \\\"9\\\"\"", "\"items\":0");
    }

    @Test
    void mistakesAreToldInASentence() {
        String archive = "a-" + "z".repeat(26);
        assertThat(failed("mail", "hold", "place", archive)).contains("needs a --reason");
        assertThat(failed("mail", "hold", "place", archive, "--reason", "x")).contains("There is no archive");
        assertThat(failed("mail", "hold", "place", archive, "--reason", "x", "--from", "June"))
                .contains("'June' is no time");
        assertThat(failed("mail", "hold", "release", archive, "it")).contains("'it' is no hold's id");
        assertThat(failed("mail", "audit", "mine")).contains("'mine' is no archive's id");
    }

    private static String ok(String... command) {
        Ran ran = ENTREPOT.server().command(command);
        assertThat(ran.code()).as(ran.toString()).isZero();
        return ran.out();
    }

    private static String failed(String... command) {
        Ran ran = ENTREPOT.server().command(command);
        assertThat(ran.code()).isEqualTo(1);
        return ran.err();
    }
}
