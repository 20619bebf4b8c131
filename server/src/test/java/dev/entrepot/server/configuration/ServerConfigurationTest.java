package dev.entrepot.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.mailmanager.export.ExportForm;
import dev.entrepot.mailmanager.smtp.MailProtocol;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting that is passed over in silence is found out in production; so each mistake must stop the start, by name. */
class ServerConfigurationTest {
    private static final Path HOME = Path.of("/home/entrepot");

    @Test
    void withNothingSetItListensOnLoopbackAndKeepsDataInItsHome() {
        var configuration = configuration(Map.of(), Map.of("PATH", "/bin"));
        assertThat(configuration.port()).isEqualTo(4566);
        assertThat(configuration.bind().isLoopbackAddress()).isTrue();
        assertThat(configuration.auth()).isEqualTo(Authentication.SIGV4);
        assertThat(configuration.limits()).isEqualTo(Limits.SELFHOSTED);
        assertThat(configuration.region()).isEqualTo("us-east-1");
        assertThat(configuration.stores().data()).isEqualTo(HOME.resolve("data"));
        assertThat(configuration.stores().objects()).isEqualTo(HOME.resolve("data/objects"));
        assertThat(configuration.stores().database()).isEmpty();
        assertThat(configuration.contactLists()).isEqualTo(1);
        assertThat(configuration.eventsKept()).isEmpty();
        assertThat(configuration.jobsKept()).isEmpty();
        assertThat(configuration.engine()).isEqualTo(new ModelEngine.Local());
        assertThat(configuration.mail().ports()).isEmpty();
    }

    @Test
    void anOptionOfSeveralWordsHasHyphens() {
        assertThat(Setting.CONTACT_LISTS.option()).isEqualTo("--contact-lists");
    }

    @Test
    void theCommandLineOutranksTheEnvironment() {
        var configuration = configuration(
                Map.of(Setting.PORT, "0"), Map.of("ENTREPOT_PORT", "1", "ENTREPOT_REGION", "eu-central-1"));
        assertThat(configuration.port()).isZero();
        assertThat(configuration.region()).isEqualTo("eu-central-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENTREPOT_PORT    | 65536       | ENTREPOT_PORT takes a number from 0 to 65535, not '65536'
            ENTREPOT_PORT    | x           | ENTREPOT_PORT takes a number from 0 to 65535, not 'x'
            ENTREPOT_LIMITS  | AWS         | ENTREPOT_LIMITS takes selfhosted or aws, not 'AWS'
            ENTREPOT_AUTH    | none        | ENTREPOT_AUTH takes sigv4 or open, not 'none'
            ENTREPOT_REGION  | Frankfurt   | ENTREPOT_REGION takes a region name such as us-east-1, not 'Frankfurt'
            ENTREPOT_DATA    | ' '         | ENTREPOT_DATA takes a directory, not ' '
            ENTREPOT_OBJECTS | s3://bucket | ENTREPOT_OBJECTS takes only file:///directory so far, not 's3://bucket'
            ENTREPOT_CONTACT_LISTS | 0     | ENTREPOT_CONTACT_LISTS takes a number from 1 to 2147483647, not '0'
            ENTREPOT_SMTP_PORT     | -1    | ENTREPOT_SMTP_PORT takes a number from 0 to 65535, not '-1'
            ENTREPOT_SMTP_ARCHIVE  | mine  | ENTREPOT_SMTP_ARCHIVE does nothing without --smtp-port or --lmtp-port
            ENTREPOT_ENGINE        | flink | ENTREPOT_ENGINE takes local, spark or spark=MASTER, not 'flink'
            ENTREPOT_PROT    | 1           | There is no setting ENTREPOT_PROT; the nearest is ENTREPOT_PORT
            """)
    void aMistakeIsNamedWithWhatWouldBeRight(String variable, String value, String sentence) {
        assertThatThrownBy(() -> configuration(Map.of(), Map.of(variable, value)))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"spark, local[*]", "spark=spark://host:7077, spark://host:7077"})
    void lookalikeModelsAreMadeBySparkAtAMaster(String engine, String master) {
        assertThat(configuration(Map.of(Setting.ENGINE, engine), Map.of()).engine())
                .isEqualTo(new ModelEngine.Spark(master));
    }

    @Test
    void mailIsTakenInWhereAPortIsGiven() {
        var mail = configuration(
                        Map.of(
                                Setting.SMTP_PORT, "2525",
                                Setting.LMTP_PORT, "0",
                                Setting.SMTP_ARCHIVE, "mine",
                                Setting.SMTP_JOURNAL, "unwrap",
                                Setting.SMTP_CERTIFICATE, "/c.pem",
                                Setting.SMTP_KEY, "/k.pem"),
                        Map.of())
                .mail();
        assertThat(mail.ports()).isEqualTo(Map.of(MailProtocol.SMTP, 2525, MailProtocol.LMTP, 0));
        assertThat(mail.archive()).contains("mine");
        assertThat(mail.unwrapsJournals()).isTrue();
        assertThat(mail.certificate()).contains(new CertificateFiles(Path.of("/c.pem"), Path.of("/k.pem")));

        var half = Map.of(Setting.SMTP_PORT, "2525", Setting.SMTP_CERTIFICATE, "/c.pem");
        assertThatThrownBy(() -> configuration(half, Map.of()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage("--smtp-certificate and --smtp-key go together");
    }

    @Test
    void exportsOfMailHaveTheFormThatIsSet() {
        var set = Map.of(
                Setting.MAIL_EXPORT_FOLDER, "per-export",
                Setting.MAIL_EXPORT_FORMAT, "zip",
                Setting.MAIL_EXPORT_SIDECARS, "off");
        assertThat(configuration(set, Map.of()).mailExports())
                .isEqualTo(new ExportForm(ExportForm.Folder.PER_EXPORT, ExportForm.Format.ZIP, false));
        assertThat(configuration(Map.of(), Map.of()).mailExports()).isEqualTo(ExportForm.DEFAULT);
    }

    @Test
    void aDatabaseUrlIsNotRepeatedSinceItHoldsAPassword() {
        assertThatThrownBy(() -> configuration(Map.of(Setting.DATABASE, "mysql://me:hunter2@db/x"), Map.of()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("postgresql://")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void unsignedRequestsAreForLoopbackOnly() {
        var open = Map.of(Setting.AUTH, "open", Setting.BIND, "127.0.0.1");
        assertThat(configuration(open, Map.of()).auth()).isEqualTo(Authentication.OPEN);
        assertThatThrownBy(() -> configuration(Map.of(Setting.AUTH, "open", Setting.BIND, "0.0.0.0"), Map.of()))
                .hasMessage("--auth open needs a loopback address such as 127.0.0.1, not 0.0.0.0");
    }

    private static ServerConfiguration configuration(Map<Setting, String> options, Map<String, String> environment) {
        return ServerConfiguration.of(new Settings(options, environment), HOME);
    }
}
