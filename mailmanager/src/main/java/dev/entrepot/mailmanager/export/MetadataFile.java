package dev.entrepot.mailmanager.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.DeliveryFact;
import dev.entrepot.mailmanager.message.MessageDocument;
import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.mailmanager.mime.SummaryHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** What is known of a message, with the API's own member names (dossier, section 3.2). */
final class MetadataFile {
    private MetadataFile() {}

    static byte[] of(String archiveId, MessageRow message) {
        MessageDocument document = message.document();
        return JsonText.object(json -> {
            json.writeStringField("ArchivedMessageId", message.id().toString());
            json.writeStringField("ArchiveId", archiveId);
            json.writeStringField("ReceivedTimestamp", message.id().received().toString());
            for (SummaryHeader header : SummaryHeader.values()) {
                JsonText.text(json, header.member(), document.summary().header(header));
            }
            json.writeBooleanField("HasAttachments", message.attachments());
            JsonText.texts(json, "ReceivedHeaders", document.summary().received());
            if (document.delivery().envelope().isPresent()) {
                write(json, document.delivery().envelope().get());
            }
            json.writeObjectFieldStart("Metadata");
            for (DeliveryFact fact : DeliveryFact.values()) {
                JsonText.text(json, fact.member(), document.delivery().fact(fact));
            }
            json.writeEndObject();
            json.writeNumberField("Size", message.size());
            json.writeStringField("Sha256", message.hash().toString());
        });
    }

    /** A line each. */
    static byte[] lines(String archiveId, List<MessageRow> messages) {
        var lines = new ByteArrayOutputStream();
        for (MessageRow message : messages) {
            lines.writeBytes(of(archiveId, message));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static void write(JsonGenerator json, Delivery.Envelope envelope) throws IOException {
        json.writeObjectFieldStart("Envelope");
        JsonText.text(json, "Helo", envelope.helo());
        JsonText.text(json, "From", envelope.from());
        JsonText.texts(json, "To", envelope.to());
        json.writeEndObject();
    }
}
