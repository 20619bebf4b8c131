package dev.entrepot.simpledb;

import dev.entrepot.simpledb.classic.DomainLimits;
import dev.entrepot.simpledb.export.ExportLimits;

/** The limits that a preset sets; those on items and requests are part of the API and always hold. */
public record SimpleDbLimits(DomainLimits domains, ExportLimits exports) {
    public static final SimpleDbLimits AWS = new SimpleDbLimits(DomainLimits.AWS, ExportLimits.AWS);

    public static final SimpleDbLimits SELF_HOSTED =
            new SimpleDbLimits(DomainLimits.SELF_HOSTED, ExportLimits.SELF_HOSTED);
}
