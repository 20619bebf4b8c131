package dev.entrepot.server.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The request as S3Proxy shall act on it. A body in signed chunks has the length of what it decodes to: told both lengths, S3Proxy
 * reads no further than the decoded bytes and never sees the last chunk, whose signature and checksum complete the verification.
 */
final class PlainRequest extends HttpServletRequestWrapper {
    private static final String DECODED_LENGTH = "x-amz-decoded-content-length";
    private static final String LENGTH = "content-length";

    /** Dealt with here, or without a meaning where one account pays for everything. */
    private static final Set<String> HIDDEN = Set.of(
            DECODED_LENGTH,
            Asked.EXPECTED_OWNER,
            Asked.SOURCE_EXPECTED_OWNER,
            "x-amz-mp-object-size",
            "x-amz-optional-object-attributes",
            "x-amz-request-payer");

    private final @Nullable String decodedLength;

    PlainRequest(HttpServletRequest request) {
        super(request);
        decodedLength = request.getHeader(DECODED_LENGTH);
    }

    @Override
    public @Nullable String getHeader(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (decodedLength != null && lowerCase.equals(LENGTH)) {
            return decodedLength;
        }
        return HIDDEN.contains(lowerCase) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String value = getHeader(name);
        if (value == null) {
            return Collections.emptyEnumeration();
        }
        return name.equalsIgnoreCase(LENGTH) ? Collections.enumeration(List.of(value)) : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Collections.list(super.getHeaderNames()));
        names.removeAll(HIDDEN);
        if (decodedLength != null) {
            names.add(LENGTH);
        }
        return Collections.enumeration(names);
    }

    @Override
    public int getContentLength() {
        return (int) Math.min(getContentLengthLong(), Integer.MAX_VALUE);
    }

    /** @throws NumberFormatException when the decoded length is no number */
    @Override
    public long getContentLengthLong() {
        return decodedLength == null ? super.getContentLengthLong() : Long.parseLong(decodedLength);
    }
}
