package dev.entrepot.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.ExportedObjects;
import dev.entrepot.e2e.fixture.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./entrepot ses import --dry-run}, typed beside a server that runs. */
class DryRunCommandTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @TempDir
    private Path directory;

    @Test
    void whatWouldChangeIsToldAndNothingChanges() throws Exception {
        ENTREPOT.ses().createContactList(list -> list.contactListName("news"));
        ENTREPOT.ses().createContact(contact -> contact.contactListName("news").emailAddress("ann@example.com"));
        Path file = Files.writeString(
                directory.resolve("contacts.csv"),
                "emailAddress,unsubscribeAll\nann@example.com,\nbob@\neve@example.com,\neve@example.com,true\n");
        Ran ran = ses(file.toString(), "--dry-run", "--list", "news");
        assertThat(ran.out())
                .isEqualTo("1 created\n1 updated\n1 unchanged\n0 deleted\n1 rejected\n"
                        + "line 3: The record has 1 cells and the header 2.\n");
        assertThat(ran.err()).endsWith("entrepot: 1 of 4 records would be rejected\n");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ENTREPOT.ses()
                        .listContacts(list -> list.contactListName("news"))
                        .contacts())
                .hasSize(1);
        String uploads =
                "entrepot-uploads-" + ENTREPOT.server().keys().accessKeyId().toLowerCase(Locale.ROOT);
        assertThat(ExportedObjects.keys(ENTREPOT.s3(), uploads, "")).isEmpty();
        assertThat(ExportedObjects.keys(ENTREPOT.s3(), "entrepot-ses-000000000000-us-east-1", ""))
                .isEmpty();

        assertThat(ses(file.toString(), "--dry-run", "--list", "news", "--suppression")
                        .err())
                .isEqualTo("entrepot: Give either --list NAME or --suppression\n");
        assertThat(ses(file.toString(), "--list", "news").err()).contains("CreateImportJob", "--dry-run");
        assertThat(ses(file.toString(), "--dry-run", "--list", "olds").err())
                .isEqualTo("entrepot: ContactList <olds> doesn't exist\n");
    }

    private static Ran ses(String source, String... options) {
        var command = new String[3 + options.length];
        command[0] = "ses";
        command[1] = "import";
        command[2] = source;
        System.arraycopy(options, 0, command, 3, options.length);
        return ENTREPOT.server().command(command);
    }
}
