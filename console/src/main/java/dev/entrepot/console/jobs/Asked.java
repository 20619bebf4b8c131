package dev.entrepot.console.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.jobs.Job;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a job was asked for, whatever its kind. */
record Asked(JsonNode parameters) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Asked of(Job<?> job) {
        try {
            return new Asked(JSON.readTree(job.requestJson()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // the engine has just written it
        }
    }

    /** Empty when there is no such parameter. */
    String text(String name) {
        return parameters.path(name).asText();
    }

    /** Each parameter in words, by name. */
    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        parameters.properties().forEach(each -> {
            JsonNode value = each.getValue();
            all.put(each.getKey(), value.isValueNode() ? value.asText() : value.toString());
        });
        return all;
    }
}
