package dev.entrepot.console.archives;

import dev.entrepot.console.web.Figures;
import dev.entrepot.console.web.Route;
import dev.entrepot.mailmanager.contract.Envelope;
import dev.entrepot.mailmanager.contract.GetArchiveMessageResponse;
import dev.entrepot.mailmanager.contract.MessageBody;
import dev.entrepot.mailmanager.contract.Metadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One message: how it came and what it says. */
record MessageView(String id, GetArchiveMessageResponse message, MessageBody body, String download) {
    String html() {
        return Route.at("messages", id, "html");
    }

    /** What is known of its way here, by name. */
    Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        Optional<Envelope> envelope = message.envelope();
        Optional<Metadata> metadata = message.metadata();
        put(facts, "Received", metadata.flatMap(Metadata::timestamp).map(Figures::moment));
        put(facts, "Envelope from", envelope.flatMap(Envelope::from));
        put(facts, "Envelope to", envelope.flatMap(Envelope::to).map(to -> String.join(", ", to)));
        put(facts, "HELO", envelope.flatMap(Envelope::helo));
        put(facts, "Sender host", metadata.flatMap(Metadata::senderHostname));
        put(facts, "Sender address", metadata.flatMap(Metadata::senderIpAddress));
        put(facts, "TLS", metadata.flatMap(Metadata::tlsProtocol));
        return facts;
    }

    private static void put(Map<String, String> facts, String name, Optional<String> value) {
        value.filter(text -> !text.isEmpty()).ifPresent(text -> facts.put(name, text));
    }
}
