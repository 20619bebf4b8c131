/**
 * The Select language: from text to a {@link dev.entrepot.simpledb.select.SelectStatement}, and from that to pages of items.
 *
 * <pre>
 * select      := SELECT output FROM name [WHERE expression] [ORDER BY subject [ASC | DESC]] [LIMIT number]
 * output      := "*" | itemName() | count(*) | name {"," name}
 * expression  := either {INTERSECTION either}
 * either      := both {OR both}
 * both        := term {AND term}
 * term        := NOT term | "(" expression ")" | test
 * test        := subject comparison | EVERY "(" name ")" comparison
 * subject     := name | itemName()
 * comparison  := ("=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=") constant | [NOT] LIKE constant
 *              | BETWEEN constant AND constant | IN "(" constant {"," constant} ")" | IS [NOT] NULL
 * </pre>
 *
 * Keywords are read in any letter case. Constants stand in single or double quotes, names in backticks where they are not plain or are
 * keywords; the quote is doubled inside. All comparison is by UTF-8 bytes. Semantics: SimpleDB dossier, section 4.
 */
@NullMarked
package dev.entrepot.simpledb.select;

import org.jspecify.annotations.NullMarked;
