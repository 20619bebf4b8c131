package dev.entrepot.mailmanager.mime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** Finds the first plain and the first HTML text that are no attachments. */
final class TextVisitor implements PartWalk.Visitor {
    /** Nobody reads more; a longer text is cut. */
    private static final int MOST_BYTES = 8 << 20;

    private final AttachmentRule rule = new AttachmentRule();
    private @Nullable String plain;
    private @Nullable String html;

    @Override
    public void field(RawField field, int depth) {
        rule.field(field);
    }

    @Override
    public boolean body(MimeTokenStream part, boolean multipart, int depth) throws IOException {
        BodyDescriptor descriptor = part.getBodyDescriptor();
        if (multipart) {
            rule.multipartBegins(descriptor);
        } else if (!rule.leaf(descriptor)) {
            switch (descriptor.getMimeType()) {
                case "text/plain" -> plain = plain != null ? plain : text(part);
                case "text/html" -> html = html != null ? html : text(part);
                default -> {}
            }
        }
        return true;
    }

    @Override
    public void multipartEnds() {
        rule.multipartEnds();
    }

    /** Decoded as well as can be. */
    static String text(MimeTokenStream part) throws IOException {
        var bytes = ByteBuffer.wrap(part.getDecodedInputStream().readNBytes(MOST_BYTES));
        try {
            return charset(part.getBodyDescriptor())
                    .newDecoder()
                    .decode(bytes.duplicate())
                    .toString();
        } catch (CharacterCodingException e) {
            return fallback(bytes);
        }
    }

    private static Charset charset(BodyDescriptor descriptor) {
        try {
            return Charset.forName(descriptor.getCharset());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String fallback(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1.decode(bytes).toString();
        }
    }

    Optional<String> plain() {
        return Optional.ofNullable(plain);
    }

    Optional<String> html() {
        return Optional.ofNullable(html);
    }
}
