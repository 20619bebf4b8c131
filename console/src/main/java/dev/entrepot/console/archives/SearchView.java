package dev.entrepot.console.archives;

import dev.entrepot.console.web.Route;
import dev.entrepot.mailmanager.contract.ArchiveBooleanOperator;
import dev.entrepot.mailmanager.contract.ArchiveFilterCondition;
import dev.entrepot.mailmanager.contract.ArchiveFilters;
import dev.entrepot.mailmanager.contract.ArchiveStringExpression;
import dev.entrepot.mailmanager.contract.ArchiveStringToEvaluate;
import dev.entrepot.mailmanager.contract.GetArchiveSearchResponse;
import dev.entrepot.mailmanager.contract.Row;
import dev.entrepot.mailmanager.contract.SearchState;
import dev.entrepot.mailmanager.contract.SearchStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A search and what it has found.
 *
 * @param rows nothing before it is complete
 */
record SearchView(String id, GetArchiveSearchResponse search, Optional<List<Row>> rows) {
    String live() {
        return Route.at("searches", id, "live");
    }

    String stop() {
        return Route.at("searches", id, "stop");
    }

    String hold() {
        return Route.at("searches", id, "hold");
    }

    String archive() {
        return Route.at("archives", search.archiveId().orElse(""));
    }

    Optional<SearchState> state() {
        return search.status().flatMap(SearchStatus::state);
    }

    boolean isActive() {
        return state().filter(state -> state == SearchState.QUEUED || state == SearchState.RUNNING)
                .isPresent();
    }

    String stateText() {
        return state().map(state -> state.value().toLowerCase(Locale.ROOT)).orElse("");
    }

    String error() {
        return search.status().flatMap(SearchStatus::errorMessage).orElse("");
    }

    static String message(Row row) {
        return Route.at("messages", row.archivedMessageId().orElse(""));
    }

    /** {@code subject contains "notes", has attachments}. */
    String filters() {
        return search.filters().flatMap(ArchiveFilters::include).orElse(List.of()).stream()
                .map(SearchView::words)
                .collect(Collectors.joining(", "));
    }

    private static String words(ArchiveFilterCondition condition) {
        return switch (condition) {
            case ArchiveFilterCondition.StringExpression(ArchiveStringExpression expression) ->
                attribute(expression.evaluate()) + " contains \"" + String.join("\" or \"", expression.values()) + '"';
            case ArchiveFilterCondition.BooleanExpression(var expression) ->
                expression.operator() == ArchiveBooleanOperator.IS_TRUE ? "has attachments" : "has no attachments";
            default -> "";
        };
    }

    private static String attribute(ArchiveStringToEvaluate evaluated) {
        return evaluated instanceof ArchiveStringToEvaluate.Attribute(var attribute)
                ? attribute.value().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "";
    }
}
