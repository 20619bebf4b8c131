package dev.entrepot.sesv2.importjob;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.entrepot.sesv2.contract.TopicPreference;
import dev.entrepot.sesv2.source.RecordUnreadable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contacts as JSON objects (SES dossier, section 2.3). Unknown members are passed over. */
final class ContactJson implements ContactReader {
    static final String ADDRESS = "emailAddress";
    private static final String MISSING = ADDRESS + " is missing (keys are lowerCamel).";
    private static final String JSON_IN_TEXT = " that holds JSON, such as \"{\\\"Name\\\":\\\"Ann\\\"}\"";

    @Override
    public GivenContact contact(byte[] record) {
        var members = new Members();
        JsonFields.visit(record, members::read);
        return new GivenContact(
                required(members.address),
                members.unsubscribeAll,
                members.preferences,
                Optional.ofNullable(members.attributes));
    }

    @Override
    public String address(byte[] record) {
        return addressOf(record);
    }

    static String addressOf(byte[] record) {
        var members = new Members();
        JsonFields.visit(record, members::readAddress);
        return required(members.address);
    }

    static String required(@Nullable String address) {
        if (address == null) {
            throw new RecordUnreadable(MISSING);
        }
        return address;
    }

    private static final class Members {
        private @Nullable String address;
        private boolean unsubscribeAll;
        private @Nullable String attributes;
        private List<TopicPreference> preferences = List.of();

        void readAddress(String name, JsonParser json) throws IOException {
            if (name.equals(ADDRESS) && !JsonFields.isNull(json)) {
                address = JsonFields.text(name, json, "");
            } else {
                json.skipChildren();
            }
        }

        void read(String name, JsonParser json) throws IOException {
            switch (name) {
                case "unsubscribeAll" -> unsubscribeAll = flag(name, json);
                case "attributesData" ->
                    attributes = JsonFields.isNull(json) ? null : JsonFields.text(name, json, JSON_IN_TEXT);
                case "topicPreferences" -> preferences = preferences(name, json);
                default -> readAddress(name, json);
            }
        }

        private static boolean flag(String name, JsonParser json) {
            return switch (json.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE, VALUE_NULL -> false;
                default -> throw new RecordUnreadable(name + " must be true or false.");
            };
        }
    }

    private static List<TopicPreference> preferences(String name, JsonParser json) throws IOException {
        var preferences = new GivenContact.Preferences();
        if (JsonFields.isNull(json)) {
            return preferences.list();
        }
        require(json.currentToken() == JsonToken.START_ARRAY, name);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.START_OBJECT, name);
            var preference = new Preference();
            JsonFields.visit(json, preference::read);
            preferences.add(
                    preference.required("topicName", preference.topic),
                    preference.required("subscriptionStatus", preference.status));
        }
        return preferences.list();
    }

    private static void require(boolean right, String name) {
        if (!right) {
            throw new RecordUnreadable(name + " must be a list of objects with topicName and subscriptionStatus.");
        }
    }

    private static final class Preference {
        private @Nullable String topic;
        private @Nullable String status;

        void read(String name, JsonParser json) throws IOException {
            switch (name) {
                case "topicName" -> topic = JsonFields.text(name, json, "");
                case "subscriptionStatus" -> status = JsonFields.text(name, json, "");
                default -> json.skipChildren();
            }
        }

        String required(String name, @Nullable String value) {
            if (value == null) {
                throw new RecordUnreadable("topicPreferences has an entry without " + name + ".");
            }
            return value;
        }
    }
}
