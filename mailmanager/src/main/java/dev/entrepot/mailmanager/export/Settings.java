package dev.entrepot.mailmanager.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.entrepot.jobs.Job;
import dev.entrepot.mailmanager.selection.Condition;
import dev.entrepot.mailmanager.selection.Filters;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What an export was asked for, as its status file repeats it. */
final class Settings {
    private Settings() {}

    static byte[] of(Job<ExportRequest> job) {
        ExportRequest request = job.request();
        return JsonText.object(json -> {
            json.writeStringField("exportId", job.id().toString());
            json.writeStringField("archiveId", job.subject());
            json.writeStringField("submissionTimestamp", job.requestedAt().toString());
            json.writeStringField(
                    "fromTimestamp", request.criteria().fromTimestamp().toString());
            json.writeStringField(
                    "toTimestamp", request.criteria().toTimestamp().toString());
            if (request.maxResults().isPresent()) {
                json.writeNumberField("maxResults", request.maxResults().get());
            }
            json.writeBooleanField("includeMetadata", request.metadata());
            json.writeStringField("s3Location", request.location());
            json.writeStringField("format", request.form().format().name().toLowerCase(Locale.ROOT));
            if (request.criteria().filters().isPresent()) {
                Filters filters = request.criteria().filters().get();
                json.writeObjectFieldStart("filters");
                write(json, "include", filters.include());
                write(json, "unless", filters.unless());
                json.writeEndObject();
            }
        });
    }

    private static void write(JsonGenerator json, String name, List<Condition> conditions) throws IOException {
        json.writeArrayFieldStart(name);
        for (Condition condition : conditions) {
            json.writeStartObject();
            if (condition.contains().isPresent()) {
                json.writeStringField(
                        "attribute", condition.contains().get().attribute().name());
                JsonText.texts(json, "contains", condition.contains().get().values());
            } else {
                json.writeStringField("attribute", "HAS_ATTACHMENTS");
                json.writeBooleanField("is", condition.attachments().orElseThrow());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
