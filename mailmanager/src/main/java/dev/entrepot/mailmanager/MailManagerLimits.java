package dev.entrepot.mailmanager;

import dev.entrepot.mailmanager.archive.ArchiveLimits;

/** The limits that a preset sets; those on names, filters and messages are part of the API and always hold. */
public record MailManagerLimits(ArchiveLimits archives) {
    public static final MailManagerLimits AWS = new MailManagerLimits(ArchiveLimits.AWS);

    public static final MailManagerLimits SELF_HOSTED = new MailManagerLimits(ArchiveLimits.SELF_HOSTED);
}
