package dev.entrepot.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code entrepot demo}: 0 is success, 1 something that could not be done, 2 something typed that is not understood. */
public final class Main {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private Main() {}

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // the SDK v1 logs there, and everything worth knowing is also thrown
        System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
        System.exit(new CommandLine(spec())
                .setExecutionStrategy(Main::execute)
                .setParameterExceptionHandler((mistake, given) -> {
                    say(mistake.getMessage());
                    return NOT_UNDERSTOOD;
                })
                .execute(arguments));
    }

    private static CommandSpec spec() {
        var spec = CommandSpec.create().name("entrepot demo").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(
                        "Loads real data into a throw-away server, exports them to S3, checks and shows the result.");
        spec.addOption(OptionSpec.builder("--keep")
                .description("keep the data and say how to look at them")
                .build());
        spec.addOption(OptionSpec.builder("--items")
                .type(Path.class)
                .paramLabel("FILE")
                .description("load these: gzip of lines {\"name\": …, \"attributes\": {name: [value, …]}}")
                .build());
        return spec;
    }

    private static int execute(ParseResult given) {
        Integer helped = CommandLine.executeHelpRequest(given);
        if (helped != null) {
            return helped;
        }
        var options = new Demo.Options(
                given.hasMatchedOption("--keep"), Optional.ofNullable(given.matchedOptionValue("--items", null)));
        // Names of places are in many scripts, so the locale's encoding will not do.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var console = System.console();
        var screen = new Screen(out, console != null && console.isTerminal());
        var demo = new Demo(Path.of(System.getProperty("entrepot.home", "")), options, screen, InstantSource.system());
        try {
            demo.run();
            return OK;
        } catch (RuntimeException e) {
            screen.done();
            if (!demo.isStopped()) {
                say(Failure.sentence(e));
            }
            return FAILED;
        }
    }

    private static void say(String sentence) {
        System.err.println("entrepot: " + sentence);
    }
}
