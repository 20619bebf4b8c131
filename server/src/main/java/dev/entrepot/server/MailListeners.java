package dev.entrepot.server;

import dev.entrepot.mailmanager.MailManager;
import dev.entrepot.mailmanager.smtp.Deliveries;
import dev.entrepot.mailmanager.smtp.MailLimits;
import dev.entrepot.mailmanager.smtp.MailProtocol;
import dev.entrepot.mailmanager.smtp.MailSettings;
import dev.entrepot.server.configuration.CertificateFiles;
import dev.entrepot.server.configuration.MailConfiguration;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.credentials.CredentialTable;
import dev.entrepot.storage.Owner;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/** The ways in for mail that are configured. */
final class MailListeners {
    private MailListeners() {}

    /** What comes of deliveries, by the protocol's word. */
    static Map<String, Deliveries> start(Parts parts, ServerConfiguration configuration, MailManager mailManager) {
        MailConfiguration mail = configuration.mail();
        Optional<SSLContext> tls = mail.certificate().map(CertificateFiles::read);
        var deliveries = new TreeMap<String, Deliveries>();
        mail.ports().forEach((protocol, port) -> {
            var settings = new MailSettings(
                    new Owner(CredentialTable.DEFAULT_ACCOUNT, configuration.region()),
                    mail.archive(),
                    mail.unwrapsJournals(),
                    tls,
                    spool(configuration, protocol),
                    MailLimits.DEFAULT);
            var listener = parts.add(
                    mailManager.listen(protocol, new InetSocketAddress(configuration.bind(), port), settings));
            deliveries.put(protocol.word(), listener.deliveries());
        });
        return deliveries;
    }

    private static Path spool(ServerConfiguration configuration, MailProtocol protocol) {
        return configuration.stores().data().resolve("spool").resolve(protocol.word());
    }
}
