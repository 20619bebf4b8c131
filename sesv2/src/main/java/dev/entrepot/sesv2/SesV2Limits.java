package dev.entrepot.sesv2;

import dev.entrepot.sesv2.contact.ContactLimits;
import dev.entrepot.sesv2.event.EventLimits;
import dev.entrepot.sesv2.exportjob.ExportLimits;
import dev.entrepot.sesv2.importjob.ImportLimits;

/** The limits that a preset or a setting sets; those on names and texts are part of the API and always hold. */
public record SesV2Limits(ContactLimits contacts, ImportLimits imports, EventLimits events, ExportLimits exports) {
    public static final SesV2Limits AWS =
            new SesV2Limits(ContactLimits.AWS, ImportLimits.AWS, EventLimits.KEEP_ALL, ExportLimits.AWS);
}
