package dev.entrepot.server.command;

import dev.entrepot.server.client.ClientFailed;
import dev.entrepot.server.client.JobProgress;
import dev.entrepot.server.client.JobWatch;
import dev.entrepot.server.client.ServerClient;
import dev.entrepot.server.client.ServerProfile;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.StoreConfiguration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What the commands share that are clients of a running server. */
final class ClientOptions {
    private ClientOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--endpoint-url", "--endpoint") // the aws command's name, and the short one
                .type(String.class)
                .paramLabel("URL")
                .description("the server (AWS_ENDPOINT_URL, the profile's, or that of --data)")
                .build());
        add(spec, "--profile", "NAME", "a profile of the AWS clients' files (AWS_PROFILE, or default)");
        SettingOptions.addTo(spec, Setting.DATA);
    }

    static void add(CommandSpec spec, String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build());
    }

    static Optional<String> value(ParseResult given, String option) {
        return Optional.ofNullable(given.matchedOptionValue(option, null));
    }

    static ServerProfile profile(ParseResult given, Surroundings surroundings) {
        var settings = SettingOptions.read(given, surroundings.environment());
        return ServerProfile.find(
                value(given, "--endpoint-url"),
                value(given, "--profile"),
                surroundings.environment(),
                StoreConfiguration.of(settings, surroundings.home()).data());
    }

    /** Whether somebody looks at what is printed. */
    static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /** Shows the job until it has ended, and returns it if it went well. */
    static JobProgress watch(ServerClient client, String job, String name, Surroundings surroundings) {
        var watch = new JobWatch(client, surroundings.err(), isTerminal());
        JobProgress end = watch.toEnd(job, name);
        if (!end.succeeded()) {
            String reason = end.failure().orElse("It was " + end.state().toLowerCase(java.util.Locale.ROOT) + ".");
            String left = end.records() == 0
                    ? "Nothing of it was applied."
                    : "%,d records had been applied before.".formatted(end.records());
            throw new ClientFailed("job " + job + " failed. " + reason + " " + left);
        }
        return end;
    }
}
