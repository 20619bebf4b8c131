package dev.entrepot.mailmanager.mime;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is read of a message when it is archived (dossier, sections 2.2 and 2.6). Texts are unfolded and decoded.
 *
 * @param headers by the names they have in result rows; one that the message lacks is missing
 * @param received the {@code Received} headers, top to bottom
 * @param addresses of {@code From}, {@code To} and {@code Cc}: the bare addresses that do not stand in the header's text as such
 * @param attachments whether a part is an attachment
 */
public record MessageSummary(
        Map<SummaryHeader, String> headers,
        List<String> received,
        Map<SummaryHeader, List<String>> addresses,
        boolean attachments) {
    public Optional<String> header(SummaryHeader header) {
        return Optional.ofNullable(headers.get(header));
    }
}
