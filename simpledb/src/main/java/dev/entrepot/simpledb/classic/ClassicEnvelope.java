package dev.entrepot.simpledb.classic;

import dev.entrepot.wire.codec.XmlText;
import dev.entrepot.wire.protocol.QueryEnvelope;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.schema.Operation;

/** What surrounds classic answers: BoxUsage beside the request id, and the errors' own root (dossier, section 3.2). */
final class ClassicEnvelope implements QueryEnvelope {
    /** The machine hours AWS bills for a small request. Nobody is billed here, so every request shows the same. */
    private static final String BOX_USAGE = "0.0000219907";

    @Override
    public void metadata(StringBuilder out, Operation<?, ?> operation, String requestId) {
        out.append("<ResponseMetadata><RequestId>").append(requestId).append("</RequestId><BoxUsage>");
        out.append(BOX_USAGE).append("</BoxUsage></ResponseMetadata>");
    }

    @Override
    public void error(StringBuilder out, WireError error, String requestId) {
        out.append("<Response><Errors><Error><Code>").append(error.code()).append("</Code><Message>");
        XmlText.escape(out, error.message());
        out.append("</Message><BoxUsage>").append(BOX_USAGE).append("</BoxUsage></Error></Errors><RequestID>");
        out.append(requestId).append("</RequestID></Response>");
    }
}
