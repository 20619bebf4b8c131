package dev.entrepot.sesv2.source;

import java.util.Optional;

/**
 * A record as it stands in the file.
 *
 * @param offset where it begins in the file, in bytes
 * @param line on which it begins, from 1
 * @param raw its bytes without the line end behind them, not copied; of one that is too long the first {@value #MAX_BYTES}
 * @param defect why nobody can tell what the record says; empty when its form is good
 */
public record SourceRecord(long offset, long line, byte[] raw, Optional<String> defect) {
    /** The longest record that is taken (SES dossier, section 1.6). */
    public static final int MAX_BYTES = 1 << 20;

    static final String TOO_LONG = "The record is longer than " + MAX_BYTES + " bytes.";
}
