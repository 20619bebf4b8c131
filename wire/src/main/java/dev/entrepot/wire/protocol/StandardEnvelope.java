package dev.entrepot.wire.protocol;

import dev.entrepot.wire.codec.QueryFlavour;
import dev.entrepot.wire.codec.XmlText;
import dev.entrepot.wire.codec.XmlWriter;
import dev.entrepot.wire.schema.Operation;

/** The envelope of awsQuery as specified: {@code ErrorResponse}, {@code Error}, {@code RequestId} (wire dossier, section 7). */
public record StandardEnvelope() implements QueryEnvelope {
    @Override
    public void metadata(StringBuilder out, Operation<?, ?> operation, String requestId) {
        out.append("<ResponseMetadata><RequestId>").append(requestId).append("</RequestId></ResponseMetadata>");
    }

    @Override
    public void error(StringBuilder out, WireError error, String requestId) {
        out.append("<ErrorResponse><Error><Type>")
                .append(error.clientFault() ? "Sender" : "Receiver")
                .append("</Type><Code>");
        XmlText.escape(out, error.code());
        out.append("</Code>");
        if (error.detail().isPresent()) {
            new XmlWriter(QueryFlavour.STANDARD, out).members(error.detail().get());
        } else {
            out.append("<Message>");
            XmlText.escape(out, error.message());
            out.append("</Message>");
        }
        out.append("</Error><RequestId>").append(requestId).append("</RequestId></ErrorResponse>");
    }
}
