package dev.entrepot.sesv2.exportjob;

import java.math.BigDecimal;

/**
 * One value of a file.
 *
 * @param text empty when there is no value
 */
record Cell(String text, boolean number) {
    static Cell of(String text) {
        return new Cell(text, false);
    }

    static Cell of(BigDecimal number) {
        return new Cell(number.toPlainString(), true);
    }

    static Cell none() {
        return new Cell("", true);
    }
}
