package dev.entrepot.mailmanager;

import dev.entrepot.mailmanager.addresslist.AddressListLimits;
import dev.entrepot.mailmanager.archive.ArchiveLimits;
import dev.entrepot.mailmanager.export.ExportLimits;
import dev.entrepot.mailmanager.search.SearchLimits;

/** The limits that a preset sets; those on names, filters and messages are part of the API and always hold. */
public record MailManagerLimits(
        ArchiveLimits archives, SearchLimits searches, ExportLimits exports, AddressListLimits addressLists) {
    public static final MailManagerLimits AWS =
            new MailManagerLimits(ArchiveLimits.AWS, SearchLimits.AWS, ExportLimits.AWS, AddressListLimits.AWS);

    public static final MailManagerLimits SELF_HOSTED = new MailManagerLimits(
            ArchiveLimits.SELF_HOSTED,
            SearchLimits.SELF_HOSTED,
            ExportLimits.SELF_HOSTED,
            AddressListLimits.SELF_HOSTED);
}
