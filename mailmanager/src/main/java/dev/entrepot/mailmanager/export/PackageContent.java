package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.message.MessageRow;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The bytes of a file of messages, of which no more than one is in memory. */
final class PackageContent {
    private final Packaging packaging;
    private final List<MessageRow> wanted;
    private final Function<MessageRow, Optional<byte[]>> reading;
    private final List<MessageRow> messages = new ArrayList<>();
    private final MessageDigest digest = Hashes.sha256();

    /** @param reading gives a message's bytes; none for one that is left out */
    PackageContent(Packaging packaging, List<MessageRow> wanted, Function<MessageRow, Optional<byte[]>> reading) {
        this.packaging = packaging;
        this.wanted = wanted;
        this.reading = reading;
    }

    InputStream stream() {
        Stream<Supplier<byte[]>> pieces =
                Stream.concat(wanted.stream().map(message -> () -> piece(message)), Stream.of(packaging::end));
        return new DigestInputStream(
                Joined.of(
                        pieces.map(Supplier::get).map(ByteArrayInputStream::new).iterator()),
                digest);
    }

    private byte[] piece(MessageRow message) {
        return reading.apply(message)
                .map(bytes -> {
                    messages.add(message);
                    return packaging.add(message, bytes);
                })
                .orElse(new byte[0]);
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
