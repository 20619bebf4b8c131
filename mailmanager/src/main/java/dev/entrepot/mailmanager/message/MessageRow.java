package dev.entrepot.mailmanager.message;

import dev.entrepot.mailmanager.pack.Place;

/**
 * An archived message as it is stored.
 *
 * @param size of its exact bytes
 * @param encodedDocument see {@link MessageDocument}
 */
public record MessageRow(
        MessageId id, Place place, long size, ContentHash hash, boolean attachments, byte[] encodedDocument) {
    public MessageDocument document() {
        return MessageDocument.decode(encodedDocument, attachments);
    }
}
