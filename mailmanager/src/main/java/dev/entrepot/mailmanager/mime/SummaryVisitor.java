package dev.entrepot.mailmanager.mime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;

/** Collects what is kept of a message's headers. */
final class SummaryVisitor implements PartWalk.Visitor {
    private static final int MOST_RECEIVED = 100;
    /** Of all texts together: a summary is held in memory by the thousand. */
    private static final int MOST_CHARACTERS = 256 * 1024;

    private final Map<SummaryHeader, String> headers = new EnumMap<>(SummaryHeader.class);
    private final List<String> received = new ArrayList<>();
    private final EncodedWords words = new EncodedWords();
    private final AttachmentRule rule = new AttachmentRule();
    private int characters;
    private boolean attachments;

    @Override
    public void field(RawField field, int depth) {
        rule.field(field);
        if (depth == 0) {
            String name = field.getNameLowerCase();
            if (name.equals("received")) {
                if (received.size() < MOST_RECEIVED) {
                    received.add(text(field));
                }
            } else {
                SummaryHeader.ofField(name).ifPresent(header -> keep(header, field));
            }
        }
    }

    private void keep(SummaryHeader header, RawField field) {
        String before = headers.get(header);
        if (before == null) {
            headers.put(header, text(field));
        } else if (header.isAddresses() && characters < MOST_CHARACTERS) {
            headers.put(header, before + ", " + text(field));
        }
    }

    private String text(RawField field) {
        String text = HeaderText.of(field, words);
        text = text.substring(0, Math.min(text.length(), MOST_CHARACTERS - characters));
        characters += text.length();
        return text;
    }

    @Override
    public boolean body(MimeTokenStream part, boolean multipart, int depth) {
        if (multipart) {
            rule.multipartBegins(part.getBodyDescriptor());
            return true;
        }
        attachments = rule.leaf(part.getBodyDescriptor());
        return depth > 0 && !attachments;
    }

    @Override
    public void multipartEnds() {
        rule.multipartEnds();
    }

    MessageSummary summary() {
        Map<SummaryHeader, List<String>> addresses = new EnumMap<>(SummaryHeader.class);
        headers.forEach((header, text) -> {
            if (header.isAddresses()) {
                List<String> bare = BareAddresses.unlike(text);
                if (!bare.isEmpty()) {
                    addresses.put(header, bare);
                }
            }
        });
        return new MessageSummary(headers, received, addresses, attachments);
    }
}
