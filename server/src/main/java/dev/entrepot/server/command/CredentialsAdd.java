package dev.entrepot.server.command;

import dev.entrepot.server.configuration.InvalidConfiguration;
import dev.entrepot.server.credentials.CredentialTable;
import dev.entrepot.server.credentials.Profile;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code credentials add}: makes a key pair and prints it in the form of AWS's credentials file. */
final class CredentialsAdd extends CredentialsCommand {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    CredentialsAdd() {
        super(
                "add",
                "Makes a key pair and prints it as a profile for an AWS credentials file.",
                "entrepot credentials add --account 111122223333 --profile reports >> ~/.aws/credentials");
    }

    @Override
    void addOptions(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--account")
                .type(String.class)
                .paramLabel("DIGITS")
                .description("the account it belongs to (" + CredentialTable.DEFAULT_ACCOUNT + ")")
                .build());
        spec.addOption(OptionSpec.builder("--profile")
                .type(String.class)
                .paramLabel("NAME")
                .description("the profile's name (account- and the digits)")
                .build());
    }

    @Override
    void run(ParseResult given, CredentialTable table, Surroundings surroundings) {
        String account = given.matchedOptionValue("--account", CredentialTable.DEFAULT_ACCOUNT);
        if (!ACCOUNT.matcher(account).matches()) {
            throw new InvalidConfiguration("--account takes twelve digits, not '%s'".formatted(account));
        }
        String profile = given.matchedOptionValue("--profile", "account-" + account);
        if (!PROFILE.matcher(profile).matches()) {
            throw new InvalidConfiguration(
                    "--profile takes 1 to 64 letters, digits, '.', '_' and '-', not '%s'".formatted(profile));
        }
        if (profile.equals(CredentialTable.DEFAULT_PROFILE)) {
            throw new InvalidConfiguration("--profile takes a name other than '%s', which is the server's own"
                    .formatted(CredentialTable.DEFAULT_PROFILE));
        }
        surroundings.out().print(Profile.text(profile, table.add(account, profile)));
    }
}
