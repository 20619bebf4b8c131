package dev.entrepot.server.command;

import dev.entrepot.mailmanager.MailManager;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.upkeep.Verification.Verified;
import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.InvalidConfiguration;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.StoreConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code mail verify}: hashes all stored bytes of an archive anew, beside a running server or without one. */
final class MailVerify implements Command {
    private static final String ARCHIVE = "ARCHIVE";

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("verify");
        spec.usageMessage()
                .description("Compares all that an archive holds with the SHA-256 it was archived under, and lists"
                        + " the messages that differ.");
        Examples.addTo(spec, "entrepot mail verify a-2kf…");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel(ARCHIVE)
                .type(String.class)
                .arity("1")
                .description("the archive's id")
                .build());
        SettingOptions.addTo(spec, Setting.DATA, Setting.DATABASE);
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        String archive = given.matchedPositionalValue(0, "");
        StoreConfiguration stores = ServerConfiguration.of(
                        SettingOptions.read(given, surroundings.environment()), surroundings.home())
                .stores();
        var different = new AtomicLong();
        try (var database = Stores.database(stores);
                var mail = Stores.mail(stores, surroundings.clock());
                var objects = Stores.objects(stores, surroundings.clock())) {
            var mailManager =
                    new MailManager(database, mail, objects, surroundings.clock(), MailManagerLimits.SELF_HOSTED);
            Verified verified = mailManager
                    .verify(archive, difference -> {
                        different.incrementAndGet();
                        surroundings.out().println(difference.id() + "  " + difference.what());
                    })
                    .orElseThrow(() -> new InvalidConfiguration("There is no archive '" + archive + "'"));
            surroundings
                    .out()
                    .printf(
                            "%d messages, %d bytes: %d messages differ%n",
                            verified.messages(), verified.bytes(), different.get());
        } catch (IOException e) {
            throw new UncheckedIOException("The archive could not be read", e);
        }
        if (different.get() > 0) {
            throw new ArchiveDamaged(different.get());
        }
    }
}
