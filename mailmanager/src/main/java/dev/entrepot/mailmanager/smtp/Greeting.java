package dev.entrepot.mailmanager.smtp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** How the server introduces itself: by the address it was reached at, for it may have no name. */
final class Greeting {
    private final String name;
    private final MailProtocol protocol;
    private final MailLimits limits;

    Greeting(InetAddress address, MailProtocol protocol, MailLimits limits) {
        this.name = address instanceof Inet6Address
                ? "[IPv6:" + address.getHostAddress().replaceFirst("%.*", "") + "]"
                : "[" + address.getHostAddress() + "]";
        this.protocol = protocol;
        this.limits = limits;
    }

    String welcome() {
        return "220 %s %s Entrepot\r\n".formatted(name, protocol == MailProtocol.SMTP ? "ESMTP" : "LMTP");
    }

    String plain() {
        return "250 " + name + "\r\n";
    }

    /** With the extensions that are spoken. */
    String extended(boolean tls) {
        var lines = new ArrayList<>(List.of(
                name, "PIPELINING", "SIZE " + limits.messageBytes(), "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES"));
        if (tls) {
            lines.add("STARTTLS");
        }
        var reply = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            reply.append("250")
                    .append(i == lines.size() - 1 ? ' ' : '-')
                    .append(lines.get(i))
                    .append("\r\n");
        }
        return reply.toString();
    }
}
