package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.storage.objects.PieceStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A file of messages as it is made; besides a piece of it no more than one message is in memory. */
final class PackageContent extends PieceStream {
    private static final byte[] NONE = {};

    private final Packaging packaging;
    private final Iterator<MessageRow> wanted;
    private final Function<MessageRow, Optional<byte[]>> reading;
    private final List<MessageRow> messages = new ArrayList<>();
    private final MessageDigest digest = Hashes.sha256();
    private Iterator<byte[]> pieces = Collections.emptyIterator();
    private boolean ended;

    /** @param reading gives a message's bytes; none for one that is left out */
    PackageContent(Packaging packaging, List<MessageRow> wanted, Function<MessageRow, Optional<byte[]>> reading) {
        super(NONE);
        this.packaging = packaging;
        this.wanted = wanted.iterator();
        this.reading = reading;
    }

    @Override
    protected byte[] next() {
        while (!ended || pieces.hasNext()) {
            if (!pieces.hasNext()) {
                pieces = Collections.emptyIterator(); // which lets go of a message before the next is read
                pieces = more();
            } else {
                byte[] piece = pieces.next();
                if (piece.length > 0) {
                    digest.update(piece);
                    return piece;
                }
            }
        }
        return NONE;
    }

    private Iterator<byte[]> more() {
        if (!wanted.hasNext()) {
            ended = true;
            return List.of(packaging.end()).iterator();
        }
        MessageRow message = wanted.next();
        return reading.apply(message)
                .map(bytes -> {
                    messages.add(message);
                    return packaging.add(message, bytes);
                })
                .orElse(Collections.emptyIterator());
    }

    /** Those that are in it, once it has been read. */
    List<MessageRow> messages() {
        return messages;
    }

    /** Of the file, once it has been read. */
    String hash() {
        return Hashes.text(digest.digest());
    }
}
