package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a list's name, topics and description must be like, asked in this order (SES dossier, sections 1.7 and 3.1). */
final class ContactListRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int TOPICS = 20;
    private static final int DISPLAY_NAME = 128;
    private static final int DESCRIPTION = 500;

    private ContactListRules() {}

    static void name(String name) {
        name("ContactListName", name);
    }

    private static void name(String member, String name) {
        if (name.isBlank()) {
            throw new BadRequestException(member + " can't be blank.");
        }
        if (!NAME.matcher(name).matches()) {
            throw new BadRequestException(member + " can contain up to 64 characters. Only alphanumeric characters,"
                    + " underscores(_) and hyphens(-) are allowed.");
        }
    }

    static void topics(List<Topic> topics) {
        if (topics.size() > TOPICS) {
            throw new BadRequestException("Maximum of <" + TOPICS + "> topics allowed per ContactList");
        }
        topics.forEach(ContactListRules::topic);
        Set<String> names = new HashSet<>();
        if (!topics.stream().map(Topic::topicName).allMatch(names::add)) {
            throw new BadRequestException("Duplicate topic names are not allowed within a List.");
        }
    }

    private static void topic(Topic topic) {
        name("TopicName", topic.topicName());
        if (length(topic.displayName()) > DISPLAY_NAME) {
            throw new BadRequestException("Topic DisplayName can contain up to <" + DISPLAY_NAME + "> characters.");
        }
        description("Topic", topic.description());
    }

    static void description(Optional<String> description) {
        description("List", description);
    }

    private static void description(String of, Optional<String> description) {
        if (description.filter(text -> length(text) > DESCRIPTION).isPresent()) {
            throw new BadRequestException(of + " description can contain up to " + DESCRIPTION + " characters.");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
