package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.message.Delivery.Envelope;
import dev.entrepot.mailmanager.message.MessageDocument;
import dev.entrepot.mailmanager.mime.SummaryHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a message a text filter looks at (dossier, section 2.2). The order never changes, for the index is made by it. */
public enum Attribute {
    TO,
    FROM,
    CC,
    SUBJECT,
    ENVELOPE_TO,
    ENVELOPE_FROM;

    /** One of these must hold the value; none where the message has no such thing. */
    List<String> texts(MessageDocument document) {
        return switch (this) {
            case TO -> header(document, SummaryHeader.TO);
            case FROM -> header(document, SummaryHeader.FROM);
            case CC -> header(document, SummaryHeader.CC);
            case SUBJECT -> header(document, SummaryHeader.SUBJECT);
            case ENVELOPE_TO -> document.delivery().envelope().map(Envelope::to).orElse(List.of());
            case ENVELOPE_FROM ->
                document.delivery().envelope().flatMap(Envelope::from).stream().toList();
        };
    }

    private static List<String> header(MessageDocument document, SummaryHeader header) {
        Optional<String> text = document.summary().header(header);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> addresses = document.summary().addresses().getOrDefault(header, List.of());
        var texts = new ArrayList<String>(1 + addresses.size());
        texts.add(text.get());
        texts.addAll(addresses);
        return texts;
    }
}
