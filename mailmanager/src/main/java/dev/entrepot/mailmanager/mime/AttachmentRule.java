package dev.entrepot.mailmanager.mime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

/**
 * Which leaf parts are attachments (dossier, section 2.2): those that say so, forwarded messages, TNEF, and those with a file
 * name, unless they are a form of the body, an inline part that the body refers to, or a signature.
 */
final class AttachmentRule {
    private final Deque<Boolean> alternatives = new ArrayDeque<>();
    private String disposition = "";
    private boolean named;
    private boolean contentId;

    /** A field of the part whose body comes next. */
    void field(RawField field) {
        switch (field.getNameLowerCase()) {
            case "content-disposition" -> {
                RawBody body = RawFieldParser.DEFAULT.parseRawBody(field);
                disposition = body.getValue() == null ? "" : body.getValue().toLowerCase(Locale.ROOT);
                named |= hasName(body, "filename");
            }
            case "content-type" -> named |= hasName(RawFieldParser.DEFAULT.parseRawBody(field), "name");
            case "content-id" -> contentId = true;
            default -> {}
        }
    }

    /** Also {@code name*} and {@code name*0} (RFC 2231). */
    private static boolean hasName(RawBody body, String parameter) {
        for (NameValuePair pair : body.getParams()) {
            String name = pair.getName().toLowerCase(Locale.ROOT);
            if (name.equals(parameter) || name.startsWith(parameter + "*")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the part whose fields have been seen is an attachment; the next field is another part's. */
    boolean leaf(BodyDescriptor part) {
        boolean attachment = switch (part.getMimeType()) {
            case "message/rfc822", "application/ms-tnef", "application/vnd.ms-tnef" -> true;
            case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature" ->
                disposition.equals("attachment");
            default -> disposition.equals("attachment") || (named && !contentId && !isAlternative());
        };
        forget();
        return attachment;
    }

    private boolean isAlternative() {
        return !alternatives.isEmpty() && alternatives.peek();
    }

    void multipartBegins(BodyDescriptor multipart) {
        alternatives.push(multipart.getSubType().equals("alternative"));
        forget();
    }

    void multipartEnds() {
        alternatives.pop();
    }

    private void forget() {
        disposition = "";
        named = false;
        contentId = false;
    }
}
