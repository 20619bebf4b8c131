package dev.entrepot.e2e.mailmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.KeyPair;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.mailmanager.MailManagerClient;
import software.amazon.awssdk.services.mailmanager.model.ArchiveRetention;
import software.amazon.awssdk.services.mailmanager.model.ArchiveState;
import software.amazon.awssdk.services.mailmanager.model.ConflictException;
import software.amazon.awssdk.services.mailmanager.model.MailManagerException;
import software.amazon.awssdk.services.mailmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.mailmanager.model.RetentionPeriod;
import software.amazon.awssdk.services.mailmanager.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.mailmanager.model.Tag;
import software.amazon.awssdk.services.mailmanager.model.ValidationException;

/** Infrastructure tools make and change archives by an SDK, and choose what to do by the exception's class. */
class ArchivesTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving("--limits", "aws");

    private static MailManagerClient mail;

    @BeforeAll
    static void client() {
        mail = ENTREPOT.mailManager();
    }

    @Test
    void anArchiveLivesFromCreationToPendingDeletion() {
        String id = mail.createArchive(request -> request.archiveName("compliance")
                        .retention(ArchiveRetention.fromRetentionPeriod(RetentionPeriod.ONE_YEAR))
                        .tags(Tag.builder().key("team").value("legal").build()))
                .archiveId();
        var created = mail.getArchive(request -> request.archiveId(id));
        assertThat(created.archiveState()).isEqualTo(ArchiveState.ACTIVE);
        assertThat(created.retention().retentionPeriod()).isEqualTo(RetentionPeriod.ONE_YEAR);
        assertThat(created.createdTimestamp()).isEqualTo(created.lastUpdatedTimestamp());
        assertThat(mail.listTagsForResource(request -> request.resourceArn(created.archiveArn()))
                        .tags())
                .extracting(Tag::key, Tag::value)
                .containsExactly(tuple("team", "legal"));

        mail.updateArchive(request -> request.archiveId(id)
                .archiveName("renamed")
                .retention(ArchiveRetention.fromRetentionPeriod(RetentionPeriod.PERMANENT)));
        assertThat(mail.getArchive(request -> request.archiveId(id)).archiveName())
                .isEqualTo("renamed");
        assertThatThrownBy(() -> mail.updateArchive(request -> request.archiveId(id)
                        .retention(ArchiveRetention.fromRetentionPeriod(RetentionPeriod.ONE_YEAR))))
                .isInstanceOf(ServiceQuotaExceededException.class);

        mail.deleteArchive(request -> request.archiveId(id));
        assertThat(mail.getArchive(request -> request.archiveId(id)).archiveState())
                .isEqualTo(ArchiveState.PENDING_DELETION);
    }

    // [51]
    @Test
    void errorsComeAsTheirOwnExceptions() {
        mail.createArchive(request -> request.archiveName("taken"));
        assertThatThrownBy(() -> mail.createArchive(request -> request.archiveName("taken")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Archive already exists");
        assertThatThrownBy(() -> mail.getArchive(request -> request.archiveId("a-" + "z".repeat(26))))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> mail.createArchive(request -> request.archiveName("-no")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("archiveName");
        assertThatThrownBy(() -> mail.getArchiveMessage(request -> request.archivedMessageId("unknown")))
                .isInstanceOf(ValidationException.class);
    }

    // [12]
    @Test
    void thePaginatorGoesThroughAllPages() {
        List<String> made = IntStream.range(0, 5)
                .mapToObj(i -> mail.createArchive(request -> request.archiveName("page-" + i))
                        .archiveId())
                .toList();
        assertThat(mail.listArchivesPaginator(request -> request.pageSize(2)).stream()
                        .flatMap(page -> page.archives().stream())
                        .map(archive -> archive.archiveId()))
                .containsAll(made)
                .doesNotHaveDuplicates();
    }

    // [52]
    @Test
    void aWrongSecretDoesNothing() {
        KeyPair keys = ENTREPOT.server().keys();
        MailManagerClient forged = ENTREPOT.mailManager(new KeyPair(keys.accessKeyId(), "wrong"));
        assertThatThrownBy(() -> forged.createArchive(request -> request.archiveName("forged")))
                .isInstanceOfSatisfying(
                        MailManagerException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("InvalidSignatureException"));
    }
}
