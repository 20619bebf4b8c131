package dev.entrepot.server.command;

import dev.entrepot.server.configuration.Nearest;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands and what their failures look like. */
public final class Commands {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    /** Of help: examples are to be copied, so they must not be broken. */
    private static final int WIDTH = 110;

    private final Surroundings surroundings;

    /** @param home the default data directory's parent */
    public Commands(Map<String, String> environment, Path home, InstantSource clock, PrintStream out, PrintStream err) {
        this.surroundings = new Surroundings(environment, home, clock, out, err);
    }

    private static CommandSpec spec() {
        var spec = CommandSpec.create().name("entrepot");
        spec.usageMessage().description("AWS bulk-data jobs on your own machine, behind the AWS protocols.");
        spec.addSubcommand("serve", new Serve().spec());
        spec.addSubcommand("credentials", CredentialsCommand.group());
        spec.addSubcommand("keys", KeysCommand.group());
        spec.addSubcommand("simpledb", SimpleDbImport.group());
        spec.addSubcommand("ses", SesCommand.group());
        spec.addSubcommand("watch", new Watch().spec());
        spec.addSubcommand("jobs", JobsCommand.group());
        spec.addSubcommand("mail", MailCommand.group());
        spec.addSubcommand("audiences", AudiencesCommand.group());
        spec.addSubcommand("backup", new BackupCommand().spec());
        spec.addSubcommand("restore", new RestoreCommand().spec());
        spec.addSubcommand("completion", new Completion().spec());
        spec.addSubcommand("rehearse", new Rehearse().spec());
        return spec;
    }

    /** Does what the arguments say and returns the exit code. */
    public int run(String... arguments) {
        var commandLine = new CommandLine(withHelp(spec()))
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((mistake, given) -> {
                    surroundings.err().println("entrepot: " + sentence(mistake));
                    return NOT_UNDERSTOOD;
                })
                .setExecutionStrategy(this::execute);
        return commandLine.execute(arguments);
    }

    private static CommandSpec withHelp(CommandSpec spec) {
        spec.mixinStandardHelpOptions(true).versionProvider(new Version());
        spec.usageMessage().width(WIDTH);
        spec.subcommands().values().forEach(sub -> withHelp(sub.getCommandSpec()));
        return spec;
    }

    private int execute(ParseResult given) {
        Integer helped = CommandLine.executeHelpRequest(given);
        if (helped != null) {
            return helped;
        }
        ParseResult last = given;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (last.commandSpec().userObject() instanceof Command command) {
            try {
                command.run(last, surroundings);
                return OK;
            } catch (RuntimeException e) {
                surroundings.err().println("entrepot: " + Failure.sentence(e));
                return FAILED;
            }
        }
        last.commandSpec().commandLine().usage(surroundings.err());
        return NOT_UNDERSTOOD;
    }

    private static String sentence(ParameterException mistake) {
        if (!(mistake instanceof UnmatchedArgumentException unmatched)) {
            return mistake.getMessage();
        }
        CommandSpec spec = mistake.getCommandLine().getCommandSpec();
        String word = unmatched.getUnmatched().getFirst();
        Set<String> known = word.startsWith("-")
                ? spec.optionsMap().keySet()
                : spec.subcommands().keySet();
        if (known.isEmpty()) {
            return "'%s' is one word too many".formatted(word);
        }
        String name = word.startsWith("-") ? word.split("=", 2)[0] : word;
        return "There is no '%s'; the nearest is %s".formatted(name, Nearest.to(name, List.copyOf(known)));
    }
}
