package dev.entrepot.server.command;

import dev.entrepot.server.Entrepot;
import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.Settings;
import dev.entrepot.server.credentials.CredentialTable;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.Requester;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code rehearse}, which the build runs: a whole life of a server in a throw-away directory, so that the JVM learns which
 * classes a start needs and keeps them ready.
 */
final class Rehearse implements Command {
    private static final String BUCKET = "rehearsal";
    private static final String REGION = "us-east-1";
    private static final int EXPORTS = 3;

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("rehearse");
        spec.usageMessage().hidden(true);
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        try {
            Path directory = Files.createTempDirectory("entrepot-rehearsal");
            try {
                rehearse(directory, surroundings);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not rehearse", e);
        }
    }

    private static void rehearse(Path directory, Surroundings surroundings) throws IOException {
        try (var entrepot = Entrepot.start(configuration(directory, "sigv4", surroundings), surroundings.clock())) {
            // Signed by a stranger: refused after all that a signature takes.
            var strangers = new Rehearsal(
                    entrepot.uri(),
                    "AWS4-HMAC-SHA256 Credential=AKIASTRANGER/20260101/us-east-1/"
                            + "sdb/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64));
            strangers.get("/_entrepot/health/ready");
            strangers.get("/" + BUCKET + "/key");
            strangers.form("Action=ListDomains&Version=2009-04-15");
        }
        try (var objects =
                Stores.objects(configuration(directory, "open", surroundings).stores(), surroundings.clock())) {
            objects.createBucket(Requester.of(new Owner(CredentialTable.DEFAULT_ACCOUNT, REGION)), BUCKET);
        }
        try (var entrepot = Entrepot.start(configuration(directory, "open", surroundings), surroundings.clock())) {
            var client = new Rehearsal(entrepot.uri(), "");
            client.form("Action=CreateDomain&Version=2009-04-15&DomainName=domain");
            client.form("Action=PutAttributes&Version=2009-04-15&DomainName=domain&ItemName=i"
                    + "&Attribute.1.Name=a&Attribute.1.Value=1");
            client.form("Action=GetAttributes&Version=2009-04-15&DomainName=domain&ItemName=i");
            client.form("Action=Select&Version=2009-04-15&SelectExpression=select+*+from+domain+where+a+%3D+%271%27");
            for (int i = 0; i < EXPORTS; i++) {
                client.export("domain", BUCKET);
            }
            client.json("email/contact-lists", "{\"ContactListName\":\"list\"}");
            client.json("email/contact-lists/list/contacts", "{\"EmailAddress\":\"a@example.com\"}");
            client.json("email/contact-lists/list/contacts/list", "{}");
            client.get("/v2/email/suppression/addresses");
        }
    }

    private static ServerConfiguration configuration(Path directory, String auth, Surroundings surroundings) {
        var settings = Map.of(
                Setting.PORT, "0", Setting.DATA, directory.toString(), Setting.AUTH, auth, Setting.REGION, REGION);
        return ServerConfiguration.of(new Settings(settings, Map.of()), surroundings.home());
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
