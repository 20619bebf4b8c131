package dev.entrepot.console.archives;

import dev.entrepot.console.web.Days;
import dev.entrepot.console.web.Fields;
import dev.entrepot.mailmanager.contract.ArchiveBooleanEmailAttribute;
import dev.entrepot.mailmanager.contract.ArchiveBooleanExpression;
import dev.entrepot.mailmanager.contract.ArchiveBooleanOperator;
import dev.entrepot.mailmanager.contract.ArchiveBooleanToEvaluate;
import dev.entrepot.mailmanager.contract.ArchiveFilterCondition;
import dev.entrepot.mailmanager.contract.ArchiveFilters;
import dev.entrepot.mailmanager.contract.ArchiveStringEmailAttribute;
import dev.entrepot.mailmanager.contract.ArchiveStringExpression;
import dev.entrepot.mailmanager.contract.ArchiveStringOperator;
import dev.entrepot.mailmanager.contract.ArchiveStringToEvaluate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages that a search or an export is about, as its form says: from one day to another, both included, in UTC. */
record WantedMail(Instant from, Instant to, Optional<ArchiveFilters> filters) {
    private static final List<ArchiveStringEmailAttribute> TEXTS = List.of(
            ArchiveStringEmailAttribute.SUBJECT,
            ArchiveStringEmailAttribute.FROM,
            ArchiveStringEmailAttribute.TO,
            ArchiveStringEmailAttribute.ENVELOPE_TO);

    static WantedMail of(Fields form) {
        var include = new ArrayList<ArchiveFilterCondition>();
        for (ArchiveStringEmailAttribute attribute : TEXTS) {
            form.find(attribute.value()).map(text -> contains(attribute, text)).ifPresent(include::add);
        }
        form.choice("attachments", ArchiveBooleanOperator::of)
                .map(WantedMail::attachments)
                .ifPresent(include::add);
        Optional<ArchiveFilters> filters = include.isEmpty()
                ? Optional.empty()
                : Optional.of(ArchiveFilters.builder().include(include).build());
        Days days = Days.of(form);
        return new WantedMail(days.from(), days.end(), filters);
    }

    private static ArchiveFilterCondition contains(ArchiveStringEmailAttribute attribute, String text) {
        return new ArchiveFilterCondition.StringExpression(ArchiveStringExpression.builder()
                .evaluate(new ArchiveStringToEvaluate.Attribute(attribute))
                .operator(ArchiveStringOperator.CONTAINS)
                .values(List.of(text))
                .build());
    }

    private static ArchiveFilterCondition attachments(ArchiveBooleanOperator operator) {
        return new ArchiveFilterCondition.BooleanExpression(ArchiveBooleanExpression.builder()
                .evaluate(new ArchiveBooleanToEvaluate.Attribute(ArchiveBooleanEmailAttribute.HAS_ATTACHMENTS))
                .operator(operator)
                .build());
    }
}
