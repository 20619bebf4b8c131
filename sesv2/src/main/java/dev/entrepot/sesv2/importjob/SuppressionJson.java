package dev.entrepot.sesv2.importjob;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Suppressed destinations as JSON objects (SES dossier, section 2.5). */
final class SuppressionJson implements SuppressionReader {
    @Override
    public Given entry(byte[] record) {
        var members = new Members();
        JsonFields.visit(record, members::read);
        return new Given(ContactJson.required(members.address), members.reason);
    }

    @Override
    public String address(byte[] record) {
        return ContactJson.addressOf(record);
    }

    private static final class Members {
        private @Nullable String address;
        private String reason = "";

        void read(String name, JsonParser json) throws IOException {
            switch (name) {
                case ContactJson.ADDRESS -> address = JsonFields.isNull(json) ? null : JsonFields.text(name, json, "");
                case "reason" -> reason = JsonFields.text(name, json, "");
                default -> json.skipChildren();
            }
        }
    }
}
