package dev.entrepot.simpledb.export;

import dev.entrepot.jobs.JobId;
import dev.entrepot.storage.Owner;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code arn:aws:sdb:REGION:ACCOUNT:domain/NAME/export/UUID} (SimpleDB dossier, section 1.5). */
record ExportArn(Owner owner, String domainName, JobId exportId) {
    private static final Pattern FORM =
            Pattern.compile("arn:(?<partition>aws(?:-[a-z]+)*):sdb:(?<region>[a-z0-9-]{1,32})"
                    + ":(?<account>[0-9]{12}):domain/(?<domain>[a-zA-Z0-9_.-]{3,255})"
                    + "/export/(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    /** Empty when the text is not an export's ARN. */
    static Optional<ExportArn> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var owner = new Owner(parts.group("account"), parts.group("region"));
        return owner.partition().equals(parts.group("partition"))
                ? Optional.of(
                        new ExportArn(owner, parts.group("domain"), new JobId(UUID.fromString(parts.group("id")))))
                : Optional.empty();
    }

    static String ofDomain(Owner owner, String domainName) {
        return "arn:" + owner.partition() + ":sdb:" + owner.region() + ":" + owner.account() + ":domain/" + domainName;
    }

    @Override
    public String toString() {
        return ofDomain(owner, domainName) + "/export/" + exportId;
    }
}
