package dev.entrepot.server.command;

import dev.entrepot.mailmanager.mailbox.MailFiles;
import dev.entrepot.mailmanager.mailbox.MboxFormat;
import dev.entrepot.server.client.ClientFailed;
import dev.entrepot.server.client.MailInS3;
import dev.entrepot.server.client.MailLoad;
import dev.entrepot.server.client.MailLoad.Loaded;
import dev.entrepot.server.client.MailSource;
import dev.entrepot.server.client.ServerClient;
import dev.entrepot.server.client.ServerProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code mail load ARCHIVE PATH…}: brings mailboxes into an archive of a running server. */
final class MailLoadCommand implements Command {
    private static final String S3 = "s3://";

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("load");
        spec.usageMessage()
                .description(
                        "Archives mail exactly as it is, each message once. After a break the same command loads the"
                                + " rest.");
        Examples.addTo(
                spec,
                "entrepot mail load a-2kf… ~/Maildir old.mbox takeout.zip",
                "entrepot mail load a-2kf… s3://backup/mail/");
        ArchiveArgument.addTo(spec);
        spec.addPositional(PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("PATH")
                .index("1..*")
                .arity("1..*")
                .required(true)
                .description(
                        "mbox, Maildir, message, zip or tar of them, directory of any of these, or s3://bucket/prefix")
                .build());
        ClientOptions.add(
                spec,
                "--mbox-format",
                "FORMAT",
                "mboxrd, mboxo, mboxcl or mboxcl2 (mboxcl2 where lengths are true, else mboxrd)");
        ClientOptions.addTo(spec);
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        String archive = ArchiveArgument.of(given);
        MboxFormat format = format(ClientOptions.value(given, "--mbox-format"));
        ServerProfile profile = ClientOptions.profile(given, surroundings);
        List<String> paths = given.matchedPositionalValue(1, List.<String>of());
        List<MailSource> sources =
                paths.stream().map(path -> source(path, profile)).toList();
        try (var client = new ServerClient(profile)) {
            Loaded loaded =
                    MailLoad.load(client, archive, sources, format, surroundings.err(), ClientOptions.isTerminal());
            surroundings
                    .out()
                    .printf("%,d messages archived, %,d were there already%n", loaded.archived(), loaded.duplicates());
            List<String> leftOut = leftOut(loaded, archive);
            if (!leftOut.isEmpty()) {
                throw new ClientFailed(String.join("\n", leftOut));
            }
        }
    }

    private static List<String> leftOut(Loaded loaded, String archive) {
        var leftOut = new ArrayList<String>();
        if (loaded.refused() > 0) {
            leftOut.add("%,d messages or files were not loaded; the lines above say why".formatted(loaded.refused()));
        }
        if (loaded.expired() > 0) {
            leftOut.add(
                    ("%,d messages were not loaded: they were received longer ago than the archive keeps mail, and would be"
                                    + " deleted at once; give it a longer retention (aws mailmanager update-archive"
                                    + " --archive-id %s --retention RetentionPeriod=PERMANENT), then the same command"
                                    + " loads them")
                            .formatted(loaded.expired(), archive));
        }
        return leftOut;
    }

    private static MboxFormat format(Optional<String> said) {
        return said.map(name -> Stream.of(MboxFormat.values())
                        .filter(format ->
                                format != MboxFormat.AUTO && format.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new ClientFailed(
                                "--mbox-format takes mboxrd, mboxo, mboxcl or mboxcl2, not '" + name + "'")))
                .orElse(MboxFormat.AUTO);
    }

    private static MailSource source(String path, ServerProfile profile) {
        if (!path.startsWith(S3)) {
            if (!Files.exists(Path.of(path))) {
                throw new ClientFailed("There is no file '" + path + "'; objects are named like s3://bucket/prefix");
            }
            return MailSource.of(new MailFiles(Path.of(path)));
        }
        String[] parts = path.substring(S3.length()).split("/", 2);
        return new MailInS3(profile, parts[0], parts.length == 1 ? "" : parts[1]);
    }
}
