package dev.entrepot.server.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.entrepot.cleanroomsml.source.CatalogTable;
import dev.entrepot.cleanroomsml.source.TableCatalog;
import dev.entrepot.cleanroomsml.source.TableName;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code audiences tables}: a line a table of the catalog. */
final class AudiencesTables extends GroupedCommand {
    AudiencesTables() {
        super(
                "tables",
                "Lists the tables that are described: name, format, place and columns.",
                "entrepot audiences tables",
                "entrepot audiences tables --json | jq -r .location");
    }

    @Override
    void addOptions(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--json")
                .description("print a JSON object a table and line")
                .build());
        AudiencesCommand.addAccount(spec);
    }

    @Override
    void addCommonOptions(CommandSpec spec) {
        SettingOptions.addTo(spec, Setting.DATA);
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        TableCatalog catalog = AudienceTable.catalog(
                ServerConfiguration.of(SettingOptions.read(given, surroundings.environment()), surroundings.home()));
        for (TableName name : catalog.all(AudiencesCommand.account(given))) {
            String shown = name.database() + "." + name.table();
            try {
                CatalogTable table = catalog.find(name);
                surroundings.out().println(given.hasMatchedOption("--json") ? json(shown, table) : line(shown, table));
            } catch (JobFailed reason) {
                surroundings.err().println("entrepot: " + reason.getMessage()); // the others are shown all the same
            }
        }
    }

    private static String line(String name, CatalogTable table) {
        String columns = AudienceTable.columns(table)
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
        return "%-24s  %-7s  %s  (%s)".formatted(name, format(table), table.location(), columns);
    }

    private static ObjectNode json(String name, CatalogTable table) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("format", format(table))
                .put("location", table.location());
        var columns = json.putArray("columns");
        AudienceTable.columns(table)
                .forEach(
                        column -> columns.addObject().put("name", column.name()).put("type", column.type()));
        return json;
    }

    private static String format(CatalogTable table) {
        return table.format().name().toLowerCase(Locale.ROOT);
    }
}
