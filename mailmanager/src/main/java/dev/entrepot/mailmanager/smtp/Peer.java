package dev.entrepot.mailmanager.smtp;

import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.Delivery.Envelope;
import dev.entrepot.mailmanager.message.DeliveryFact;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSession;

/** Who delivers, as far as that is known by now. */
final class Peer {
    private final InetAddress address;
    private final Supplier<Optional<String>> host;
    private Optional<String> helo = Optional.empty();
    private Optional<SSLSession> tls = Optional.empty();

    Peer(InetAddress address, Supplier<Optional<String>> host) {
        this.address = address;
        this.host = host;
    }

    void greets(String name) {
        helo = Optional.of(name);
    }

    boolean hasGreeted() {
        return helo.isPresent();
    }

    /** What was said before counts no more: somebody else may have said it (RFC 3207). */
    void encrypts(SSLSession session) {
        tls = Optional.of(session);
        helo = Optional.empty();
    }

    boolean isEncrypted() {
        return tls.isPresent();
    }

    /** How a message of this peer came. */
    Delivery delivery(String sender, List<String> recipients) {
        Map<DeliveryFact, String> facts = new EnumMap<>(DeliveryFact.class);
        facts.put(DeliveryFact.SENDER_IP_ADDRESS, address.getHostAddress());
        host.get().ifPresent(name -> facts.put(DeliveryFact.SENDER_HOSTNAME, name));
        tls.ifPresent(session -> {
            facts.put(DeliveryFact.TLS_PROTOCOL, session.getProtocol());
            facts.put(DeliveryFact.TLS_CIPHER_SUITE, session.getCipherSuite());
        });
        return new Delivery(Optional.of(new Envelope(helo, Optional.of(sender), recipients)), facts);
    }
}
