package dev.entrepot.server.configuration;

import dev.entrepot.mailmanager.export.ExportForm;
import dev.entrepot.server.configuration.Settings.Given;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a server runs.
 *
 * @param port 0 for any free one
 * @param region an AWS region name
 * @param contactLists how many SES contact lists an account may have in a region
 * @param protectUnsubscribed whether no SES import takes back an opt-out
 * @param mailExports the form of exports of mail that begin from now on
 * @param engine of lookalike models
 * @param eventsKept how long SES events are kept after their message was sent; empty for ever
 * @param jobsKept how long ended jobs are kept that no API of AWS's tells of; empty for ever
 */
public record ServerConfiguration(
        StoreConfiguration stores,
        int port,
        InetAddress bind,
        Limits limits,
        Authentication auth,
        String region,
        int contactLists,
        Switch protectUnsubscribed,
        Optional<Duration> eventsKept,
        Optional<Duration> jobsKept,
        ExportForm mailExports,
        ModelEngine engine,
        Optional<Switch> metrics,
        LogFormat log,
        MailConfiguration mail) {
    private static final int MOST_DAYS = 36_500;
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");

    public ServerConfiguration {
        if (auth == Authentication.OPEN && !bind.isLoopbackAddress()) {
            throw new InvalidConfiguration("%s open needs a loopback address such as 127.0.0.1, not %s"
                    .formatted(Setting.AUTH.option(), bind.getHostAddress()));
        }
    }

    /**
     * @param home the default data directory's parent
     * @throws InvalidConfiguration when a value cannot be
     */
    public static ServerConfiguration of(Settings settings, Path home) {
        return new ServerConfiguration(
                StoreConfiguration.of(settings, home),
                settings.get(Setting.PORT).map(given -> number(given, 0, 65535)).orElse(4566),
                settings.get(Setting.BIND).map(ServerConfiguration::address).orElse(InetAddress.getLoopbackAddress()),
                settings.get(Setting.LIMITS).map(oneOf(Limits.values())).orElse(Limits.SELFHOSTED),
                settings.get(Setting.AUTH).map(oneOf(Authentication.values())).orElse(Authentication.SIGV4),
                settings.get(Setting.REGION).map(ServerConfiguration::region).orElse("us-east-1"),
                settings.get(Setting.CONTACT_LISTS)
                        .map(given -> number(given, 1, Integer.MAX_VALUE))
                        .orElse(1),
                settings.get(Setting.PROTECT_UNSUBSCRIBED)
                        .map(oneOf(Switch.values()))
                        .orElse(Switch.OFF),
                settings.get(Setting.EVENT_DAYS).map(given -> Duration.ofDays(number(given, 1, MOST_DAYS))),
                settings.get(Setting.JOB_DAYS).map(given -> Duration.ofDays(number(given, 1, MOST_DAYS))),
                new ExportForm(
                        settings.get(Setting.MAIL_EXPORT_FOLDER)
                                .map(oneOf(ExportForm.Folder.values()))
                                .orElse(ExportForm.DEFAULT.folder()),
                        settings.get(Setting.MAIL_EXPORT_FORMAT)
                                .map(oneOf(ExportForm.Format.values()))
                                .orElse(ExportForm.DEFAULT.format()),
                        settings.get(Setting.MAIL_EXPORT_SIDECARS)
                                        .map(oneOf(Switch.values()))
                                        .orElse(Switch.ON)
                                == Switch.ON),
                settings.get(Setting.ENGINE).map(ModelEngine::of).orElse(new ModelEngine.Local()),
                settings.get(Setting.METRICS).map(oneOf(Switch.values())),
                settings.get(Setting.LOG).map(oneOf(LogFormat.values())).orElse(LogFormat.TEXT),
                MailConfiguration.of(settings));
    }

    /** Whether the metrics' page answers: unless it was said, when only this machine reaches it. */
    public boolean showsMetrics() {
        return metrics.map(Switch.ON::equals).orElse(bind.isLoopbackAddress());
    }

    static int number(Given given, int least, int most) {
        try {
            int number = Integer.parseInt(given.value());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw wrong(given, "a number from " + least + " to " + most);
    }

    private static InetAddress address(Given given) {
        try {
            if (!given.value().isBlank()) {
                return InetAddress.getByName(given.value());
            }
        } catch (UnknownHostException e) {
            // answered below
        }
        throw wrong(given, "an address of this machine such as 127.0.0.1");
    }

    private static String region(Given given) {
        if (!REGION.matcher(given.value()).matches()) {
            throw wrong(given, "a region name such as us-east-1");
        }
        return given.value();
    }

    static <E extends Enum<E>> Function<Given, E> oneOf(E[] values) {
        return given -> Arrays.stream(values)
                .filter(value -> word(value).equals(given.value()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        given,
                        String.join(
                                " or ",
                                Arrays.stream(values)
                                        .map(ServerConfiguration::word)
                                        .toList())));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static InvalidConfiguration wrong(Given given, String right) {
        return new InvalidConfiguration("%s takes %s, not '%s'".formatted(given.by(), right, given.value()));
    }
}
