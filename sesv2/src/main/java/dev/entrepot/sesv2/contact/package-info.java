/**
 * Contact lists with their topics and tags, and the contacts on them: tables and API (SES dossier, sections 3.1 to 3.4).
 * Imports write contacts through {@link dev.entrepot.sesv2.contact.ContactStore} by the same rules.
 */
@NullMarked
package dev.entrepot.sesv2.contact;

import org.jspecify.annotations.NullMarked;
