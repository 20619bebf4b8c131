package dev.entrepot.server.configuration;

import dev.entrepot.mailmanager.smtp.MailProtocol;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How mail comes in beside the API.
 *
 * @param ports 0 for any free one; a protocol without one is not spoken
 * @param archive the id or the name of the archive for recipients that name none
 * @param unwrapsJournals whether messages inside journal reports are archived too
 */
public record MailConfiguration(
        Map<MailProtocol, Integer> ports,
        Optional<String> archive,
        boolean unwrapsJournals,
        Optional<CertificateFiles> certificate) {
    private enum Journal {
        KEEP,
        UNWRAP
    }

    public MailConfiguration {
        ports = Map.copyOf(ports);
    }

    static MailConfiguration of(Settings settings) {
        Map<MailProtocol, Integer> ports = new EnumMap<>(MailProtocol.class);
        port(settings, Setting.SMTP_PORT).ifPresent(port -> ports.put(MailProtocol.SMTP, port));
        port(settings, Setting.LMTP_PORT).ifPresent(port -> ports.put(MailProtocol.LMTP, port));
        if (ports.isEmpty()) {
            rejectUseless(settings);
        }
        return new MailConfiguration(
                ports,
                settings.get(Setting.SMTP_ARCHIVE).map(Settings.Given::value),
                settings.get(Setting.SMTP_JOURNAL)
                                .map(ServerConfiguration.oneOf(Journal.values()))
                                .orElse(Journal.KEEP)
                        == Journal.UNWRAP,
                CertificateFiles.of(settings));
    }

    private static Optional<Integer> port(Settings settings, Setting setting) {
        return settings.get(setting).map(given -> ServerConfiguration.number(given, 0, 65535));
    }

    private static void rejectUseless(Settings settings) {
        Stream.of(Setting.SMTP_ARCHIVE, Setting.SMTP_JOURNAL, Setting.SMTP_CERTIFICATE, Setting.SMTP_KEY)
                .flatMap(setting -> settings.get(setting).stream())
                .findFirst()
                .ifPresent(given -> {
                    throw new InvalidConfiguration("%s does nothing without %s or %s"
                            .formatted(given.by(), Setting.SMTP_PORT.option(), Setting.LMTP_PORT.option()));
                });
    }
}
