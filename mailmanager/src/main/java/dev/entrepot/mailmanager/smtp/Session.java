package dev.entrepot.mailmanager.smtp;

import dev.entrepot.mailmanager.smtp.Transaction.Recipient;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A conversation with one client. */
final class Session implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final MailProtocol protocol;
    private final Greeting greeting;
    private final MailSettings settings;
    private final Destinations destinations;
    private final Intake intake;
    private final Wire wire;
    private final Peer peer;
    private Optional<Transaction> transaction = Optional.empty();
    private int patience;
    private boolean goesOn = true;
    private volatile boolean betweenCommands;
    private volatile boolean stopping;

    Session(
            MailProtocol protocol,
            Greeting greeting,
            MailSettings settings,
            Destinations destinations,
            Intake intake,
            Wire wire,
            Peer peer) {
        this.protocol = protocol;
        this.greeting = greeting;
        this.settings = settings;
        this.destinations = destinations;
        this.intake = intake;
        this.wire = wire;
        this.peer = peer;
        this.patience = settings.limits().patience();
    }

    Wire wire() {
        return wire;
    }

    /** From another thread: ends it, though not before a message that is on its way has been answered. */
    void stop() {
        stopping = true;
        if (betweenCommands) {
            wire.stopWaiting();
        }
    }

    @Override
    public void run() {
        try (wire) {
            try {
                converse();
            } catch (SocketTimeoutException e) {
                say(Reply.TIMEOUT);
            } catch (RuntimeException e) {
                LOG.warn("A conversation was given up", e);
                say(new Reply(421, "4.3.0", "Something went wrong; try again later"));
            }
        } catch (IOException e) {
            LOG.debug("A client has gone", e);
        }
    }

    private void converse() throws IOException {
        wire.send(greeting.welcome());
        while (goesOn) {
            try {
                Optional<String> line = nextLine();
                if (line.isEmpty()) {
                    say(Reply.STOPPING);
                    return;
                }
                obey(Command.of(line.get()));
            } catch (Refused e) {
                say(e.reply());
                lose(MailLimits.MISTAKE);
            }
        }
    }

    /** Nothing when the server stops. */
    private Optional<String> nextLine() throws IOException, Refused {
        betweenCommands = true; // before looking, as whoever stops this sets the one before looking at the other
        if (stopping) {
            return Optional.empty();
        }
        try {
            return Optional.of(wire.line());
        } catch (IOException e) {
            if (stopping) {
                return Optional.empty();
            }
            throw e;
        } finally {
            betweenCommands = false;
        }
    }

    private void lose(int much) throws IOException {
        patience -= much;
        if (patience < 0 && goesOn) {
            say(new Reply(421, "4.7.0", "Too much of this brings no mail on"));
            goesOn = false;
        }
    }

    private void obey(Command command) throws IOException, Refused {
        switch (command.verb()) {
            case EHLO, HELO -> greet(command, MailProtocol.SMTP);
            case LHLO -> greet(command, MailProtocol.LMTP);
            case MAIL -> mail(command.argument());
            case RCPT -> recipient(command.argument());
            case DATA -> data(command.argument());
            case RSET -> {
                transaction = Optional.empty();
                pass(new Reply(250, "2.0.0", "Forgotten"));
            }
            case NOOP -> pass(new Reply(250, "2.0.0", "Done"));
            case VRFY -> pass(new Reply(252, "2.5.2", "Send a message and see"));
            case HELP -> pass(new Reply(214, "2.0.0", "See RFC 5321"));
            case STARTTLS -> encrypt(command.argument());
            case QUIT -> {
                say(new Reply(221, "2.0.0", "Bye"));
                goesOn = false;
            }
            case UNKNOWN -> unknown();
        }
    }

    /** What changes nothing costs patience. */
    private void pass(Reply reply) throws IOException {
        say(reply);
        lose(1);
    }

    /** Who begins with what is no command speaks something else, maybe on behalf of somebody else: a browser that posts a form. */
    private void unknown() throws Refused {
        goesOn = peer.hasGreeted();
        throw new Refused(500, "5.5.1", "There is no such command");
    }

    private void greet(Command command, MailProtocol speaks) throws IOException, Refused {
        if (speaks != protocol) {
            throw new Refused(500, "5.5.1", protocol + " is spoken here");
        }
        if (command.argument().isEmpty()) {
            throw new Refused(501, "5.5.4", "Say who you are");
        }
        peer.greets(command.argument());
        transaction = Optional.empty();
        wire.send(
                command.verb() == Command.Verb.HELO
                        ? greeting.plain()
                        : greeting.extended(
                                !peer.isEncrypted() && settings.tls().isPresent()));
        lose(1);
    }

    private void encrypt(String argument) throws IOException, Refused {
        if (settings.tls().isEmpty() || peer.isEncrypted()) {
            throw new Refused(502, "5.5.1", "Not here, not now");
        }
        if (!argument.isEmpty() || wire.hasMore()) {
            // What was sent ahead in the clear must not be taken for what is encrypted.
            throw new Refused(501, "5.5.4", "Nothing follows STARTTLS");
        }
        say(new Reply(220, "2.0.0", "Go ahead"));
        wire.flush();
        transaction = Optional.empty();
        peer.encrypts(wire.encrypt(settings.tls().get()));
    }

    private void mail(String argument) throws IOException, Refused {
        if (!peer.hasGreeted()) {
            throw outOfOrder("Say who you are first");
        }
        if (transaction.isPresent()) {
            throw outOfOrder("A message has been begun");
        }
        transaction = Optional.of(new Transaction(MailFrom.of(argument, settings.limits())));
        say(new Reply(250, "2.1.0", "Sender noted"));
    }

    private void recipient(String argument) throws IOException, Refused {
        Transaction message = transaction.orElseThrow(() -> outOfOrder("Say MAIL first"));
        if (message.recipients().size() >= settings.limits().recipients()) {
            say(new Reply(452, "4.5.3", "Too many recipients"));
            return;
        }
        String address = message.from().recipient(argument);
        try {
            message.add(new Recipient(address, destinations.archive(address)));
            say(new Reply(250, "2.1.5", "Recipient noted"));
        } catch (Refused e) {
            pass(e.reply()); // an honest client can be wrong here again and again
        } catch (RuntimeException e) {
            LOG.warn("An archive could not be looked up", e);
            pass(Reply.UNWELL);
        }
    }

    private void data(String argument) throws IOException, Refused {
        Transaction message = transaction.orElseThrow(() -> outOfOrder("Say MAIL first"));
        if (message.recipients().isEmpty()) {
            throw outOfOrder("There is no recipient");
        }
        if (!argument.isEmpty()) {
            throw new Refused(501, "5.5.4", "Nothing follows DATA");
        }
        transaction = Optional.empty();
        say(new Reply(354, "", "A line with nothing but a dot ends the message"));
        try (Spool spool = intake.spool()) {
            wire.message(spool);
            wire.giveAllTime();
            Map<String, Reply> replies = intake.take(peer, message, spool);
            for (Reply reply : replies(message, replies)) {
                say(reply);
            }
            if (replies.values().stream().anyMatch(reply -> !reply.isRefusal())) {
                patience = settings.limits().patience();
            } else {
                lose(1);
            }
        }
    }

    private List<Reply> replies(Transaction message, Map<String, Reply> byArchive) {
        return switch (protocol) {
            case LMTP ->
                message.recipients().stream()
                        .map(recipient -> byArchive.get(recipient.archive()))
                        .toList();
            // What may be tried again must be; then a message may be in one of the archives twice.
            case SMTP -> List.of(worst(byArchive));
        };
    }

    private static Reply worst(Map<String, Reply> byArchive) {
        return new ArrayList<>(byArchive.values())
                .stream()
                        .max(Comparator.comparing(Reply::isTransient).thenComparing(Reply::isRefusal))
                        .orElseThrow();
    }

    private static Refused outOfOrder(String text) {
        return new Refused(503, "5.5.1", text);
    }

    private void say(Reply reply) throws IOException {
        wire.send(reply.line());
    }
}
