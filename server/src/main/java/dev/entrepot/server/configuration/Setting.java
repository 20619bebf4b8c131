package dev.entrepot.server.configuration;

import java.util.Locale;

/** One thing to set: as {@code --port 4566} on the command line or as {@code ENTREPOT_PORT=4566} in the environment. */
public enum Setting {
    PORT("PORT", "the port to listen on, 0 for any free one (4566)"),
    BIND("ADDRESS", "the address to listen on (127.0.0.1)"),
    DATA("DIR", "where everything is kept (data in the project's directory)"),
    DATABASE("URL", "postgresql://user:password@host:port/name (a SQLite file in DIR)"),
    OBJECTS("URL", "file:///directory, where objects are kept (objects in DIR)"),
    LIMITS("PROFILE", "selfhosted, or aws for AWS's own quotas (selfhosted)"),
    AUTH("MODE", "sigv4, or open for tests on a loopback address (sigv4)"),
    REGION("NAME", "the region clients are told to use (us-east-1)"),
    CONTACT_LISTS("N", "how many SES contact lists an account may have in a region (1, as at AWS)"),
    PROTECT_UNSUBSCRIBED("MODE", "on, so that no SES import takes back an opt-out, or off as at AWS (off)"),
    EVENT_DAYS("N", "for how many days SES events are kept after their message was sent (for ever)"),
    JOB_DAYS("N", "for how many days ended jobs are listed that no API of AWS's tells of (for ever)"),
    MAIL_EXPORT_FOLDER("MODE", "shared, or per-export for a folder of its own for each export of mail (shared)"),
    MAIL_EXPORT_FORMAT("FORMAT", "eml, an object a message; mboxrd or zip, some thousands a file (eml)"),
    MAIL_EXPORT_SIDECARS("MODE", "on, or off to write neither status nor listings beside exported mail (on)"),
    ENGINE("ENGINE", "local, or spark[=MASTER] to make lookalike audiences on Spark (local; MASTER: local[*])"),
    METRICS("MODE", "on, to show /_entrepot/metrics to whoever reaches the port, or off (on for a loopback address)"),
    LOG("FORMAT", "text, or json for an object a line (text)"),
    SMTP_PORT("PORT", "takes mail over SMTP on this port, 0 for any free one (not at all)"),
    LMTP_PORT("PORT", "takes mail over LMTP on this port, 0 for any free one (not at all)"),
    SMTP_ARCHIVE("ARCHIVE", "id or name of the archive for mail to others than ARCHIVE_ID@… (such mail is refused)"),
    SMTP_JOURNAL("MODE", "keep, or unwrap to archive the messages in journal reports too (keep)"),
    SMTP_CERTIFICATE("FILE", "certificate chain in PEM; with it STARTTLS is offered (no TLS)"),
    SMTP_KEY("FILE", "the certificate's key, PKCS#8 in PEM");

    private final String label;
    private final String description;

    Setting(String label, String description) {
        this.label = label;
        this.description = description;
    }

    public String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String variable() {
        return Settings.PREFIX + name();
    }

    /** What stands for the value in the help. */
    public String label() {
        return label;
    }

    /** One line of help with the default in parentheses. */
    public String description() {
        return description;
    }
}
