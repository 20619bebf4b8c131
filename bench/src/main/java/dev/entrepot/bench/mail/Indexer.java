package dev.entrepot.bench.mail;

import dev.entrepot.bench.program.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that makes an index of a Maildir. It stores no mail and waits for no disk.
 *
 * @param name as it is typed
 * @param prepare what makes its configuration, if anything does; DIR stands for its directory, MAIL for the Maildir
 */
public record Indexer(String name, List<String> prepare, List<String> index, String configuration) {
    public static final List<Indexer> ALL = List.of(
            new Indexer("mairix", List.of(), List.of("mairix", "-f", "DIR/config"), """
                    base=MAIL/..
                    maildir=maildir
                    mfolder=found
                    database=DIR/database
                    """),
            new Indexer("notmuch", List.of(), List.of("notmuch", "--config=DIR/config", "new", "--quiet"), """
                    [database]
                    path=MAIL
                    [user]
                    name=Ada
                    primary_email=ada@example.com
                    [new]
                    tags=new
                    """),
            new Indexer(
                    "mu",
                    List.of("mu", "init", "--muhome=DIR", "--maildir=MAIL", "--quiet"),
                    List.of("mu", "index", "--muhome=DIR", "--quiet"),
                    ""));

    public boolean isInstalled() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    public Command.Cost index(Path maildir, Path directory) throws IOException {
        Path own = Files.createDirectories(directory.resolve(name));
        Files.writeString(own.resolve("config"), filled(configuration, maildir, own));
        if (!prepare.isEmpty()) {
            run(prepare, maildir, own);
        }
        return run(index, maildir, own);
    }

    private static Command.Cost run(List<String> command, Path maildir, Path own) {
        return Command.run(
                Map.of("XAPIAN_FLUSH_THRESHOLD", "10000"),
                command.stream().map(word -> filled(word, maildir, own)).toArray(String[]::new));
    }

    private static String filled(String text, Path maildir, Path own) {
        return text.replace("DIR", own.toString()).replace("MAIL", maildir.toString());
    }
}
