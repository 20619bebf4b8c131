package dev.entrepot.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Entrepot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The README's tour, typed in: what a newcomer tries first must work with the files the server wrote. */
class AwsCommandLineTest {
    private static final String NONE =
            "SKIPPED: no aws command line that knows simpledbv2 is on the PATH; awscli 1.43 and later do";

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @TempDir
    private Path directory;

    private Aws aws;

    @BeforeAll
    static void find() {
        boolean here = Aws.knows("simpledbv2", "list-exports");
        if (!here) {
            System.err.println(NONE);
        }
        assumeTrue(here, NONE);
    }

    @BeforeEach
    void aws() {
        aws = new Aws(ENTREPOT.server().data());
    }

    @Test
    void aDomainIsMadeFilledExportedAndFetched() throws Exception { // 27
        aws.ok("sdb", "create-domain", "--domain-name", "people");
        aws.ok(
                "sdb",
                "put-attributes",
                "--domain-name",
                "people",
                "--item-name",
                "ada & co",
                "--attributes",
                "Name=first name,Value=Ada*~+é",
                "Name=first name,Value=Augusta");
        JsonNode read = aws.json("sdb", "get-attributes", "--domain-name", "people", "--item-name", "ada & co");
        assertThat(read.get("Attributes").findValuesAsText("Value")).containsExactlyInAnyOrder("Ada*~+é", "Augusta");
        assertThat(aws.json("sdb", "select", "--select-expression", "select * from people")
                        .get("Items"))
                .hasSize(1);

        aws.ok("s3", "mb", "s3://results");
        JsonNode started =
                aws.json("simpledbv2", "start-domain-export", "--domain-name", "people", "--s3-bucket", "results");
        String arn = started.get("exportArn").textValue();
        aws.ok("simpledbv2", "wait", "export-succeeded", "--export-arn", arn);
        JsonNode export = aws.json("simpledbv2", "get-export", "--export-arn", arn);
        assertThat(export.get("itemsCount").intValue()).isEqualTo(1);
        assertThat(aws.json("simpledbv2", "list-exports", "--domain-name", "people")
                        .get("exportSummaries")
                        .findValuesAsText("exportArn"))
                .containsExactly(arn);

        aws.ok("s3", "sync", "s3://results/AWSSimpleDB", directory.toString());
        Path data;
        try (var files = Files.walk(directory)) {
            data = files.filter(file -> file.toString().contains("dataFile_"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(Files.readString(data)).contains("\"itemName\":\"ada & co\"", "Ada*~+");
    }

    @Test
    void filesAreCopiedListedAndSynchronised() throws Exception {
        byte[] large = new byte[20 * 1024 * 1024]; // enough for the command line to upload in parts
        new Random(1).nextBytes(large);
        Path folder = Files.createDirectories(directory.resolve("folder/sub"));
        Files.write(folder.resolve("large.bin"), large);
        Path small = Files.writeString(folder.getParent().resolve("a b.txt"), "text");
        // S3's times are whole seconds: a file written in the second of its upload would seem newer than the object.
        Files.setLastModifiedTime(small, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        aws.ok("s3", "mb", "s3://files");
        aws.ok("s3", "sync", directory.resolve("folder").toString(), "s3://files/copy");
        assertThat(aws.ok("s3", "ls", "s3://files/", "--recursive"))
                .contains("copy/a b.txt", "20971520 copy/sub/large.bin");
        Path back = directory.resolve("back.bin");
        aws.ok("s3", "cp", "s3://files/copy/sub/large.bin", back.toString());
        assertThat(Files.mismatch(back, folder.resolve("large.bin"))).isEqualTo(-1);
        assertThat(aws.ok("s3", "sync", directory.resolve("folder").toString(), "s3://files/copy"))
                .isBlank(); // nothing has changed
        aws.ok("s3", "rb", "s3://files", "--force");
    }

    @Test
    void errorsReachTheUserByTheirNames() {
        assertThat(aws.run("sdb", "domain-metadata", "--domain-name", "nosuch").err())
                .contains("(NoSuchDomain)", "The specified domain does not exist.");
        assertThat(aws.run("simpledbv2", "list-exports", "--domain-name", "nosuch")
                        .err())
                .contains("(NoSuchDomainException)", "The specified domain does not exist.");
        assertThat(aws.run("s3", "ls", "s3://no-such-bucket").err()).contains("(NoSuchBucket)");
    }

    // What scripts and Terraform ask first.
    @Test
    void theCallersAccountIsTold() {
        JsonNode identity = aws.json("sts", "get-caller-identity");
        assertThat(identity.path("Account").textValue()).isEqualTo("000000000000");
        assertThat(identity.path("Arn").textValue()).isEqualTo("arn:aws:iam::000000000000:root");
        assertThat(aws.run("sts", "get-session-token").err()).contains("(InvalidAction)");
    }

    @Test
    void anArchiveIsMadeListedAndDeleted() {
        String id = aws.json("mailmanager", "create-archive", "--archive-name", "mail")
                .get("ArchiveId")
                .textValue();
        assertThat(aws.json("mailmanager", "list-archives").get("Archives").findValuesAsText("ArchiveId"))
                .contains(id);
        aws.ok("mailmanager", "delete-archive", "--archive-id", id);
        assertThat(aws.json("mailmanager", "get-archive", "--archive-id", id)
                        .get("ArchiveState")
                        .textValue())
                .isEqualTo("PENDING_DELETION");
    }
}
