package dev.entrepot.server.command;

import dev.entrepot.cleanroomsml.contract.ColumnType;
import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.cleanroomsml.source.CatalogTable;
import dev.entrepot.cleanroomsml.source.ColumnRoles;
import dev.entrepot.cleanroomsml.source.S3Files;
import dev.entrepot.cleanroomsml.source.S3Uri;
import dev.entrepot.cleanroomsml.source.TableCatalog;
import dev.entrepot.cleanroomsml.source.TableDraft;
import dev.entrepot.cleanroomsml.source.TableDraft.Told;
import dev.entrepot.cleanroomsml.source.TableFormat;
import dev.entrepot.cleanroomsml.source.TableName;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.server.Stores;
import dev.entrepot.server.configuration.InvalidConfiguration;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.storage.Owner;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code audiences describe TABLE LOCATION}: puts a table into the catalog, beside a running server or without one. */
final class AudiencesDescribe extends GroupedCommand {
    private static final Map<ColumnType, String> OPTIONS = Map.of(
            ColumnType.USER_ID, "--user",
            ColumnType.ITEM_ID, "--item",
            ColumnType.TIMESTAMP, "--time",
            ColumnType.CATEGORICAL_FEATURE, "--category",
            ColumnType.NUMERICAL_FEATURE, "--number");

    AudiencesDescribe() {
        super(
                "describe",
                "Describes a table for training by the first rows of its first file: where it is, its columns"
                        + " and their types. Prints them, and the command that trains on it.",
                "entrepot audiences describe web.clicks s3://shop/clicks/",
                "entrepot audiences describe web.clicks s3://shop/old/ --columns user,item,ts --delimiter ';'"
                        + " --replace");
    }

    @Override
    void addOptions(CommandSpec spec) {
        AudiencesCommand.addFirst(spec, "TABLE", "its name, as DATABASE.TABLE");
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel("LOCATION")
                .index("1")
                .required(true)
                .description("s3://bucket/prefix/ of its files: CSV, JSON lines, both gzip'd or not, or Parquet")
                .build());
        ClientOptions.add(spec, "--format", "FORMAT", "csv, jsonl, json or parquet (what the files' names tell)");
        ClientOptions.add(spec, "--delimiter", "CHARACTER", "between the cells of CSV (a comma)");
        ClientOptions.add(spec, "--columns", "NAMES", "of CSV that has no header, with commas between them");
        spec.addOption(OptionSpec.builder("--replace")
                .description("describe it anew if it is described already")
                .build());
        AudiencesCommand.addAccount(spec);
    }

    @Override
    void addCommonOptions(CommandSpec spec) {
        SettingOptions.addTo(spec, Setting.DATA, Setting.OBJECTS, Setting.REGION);
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        var configuration =
                ServerConfiguration.of(SettingOptions.read(given, surroundings.environment()), surroundings.home());
        TableName name = AudienceTable.name(AudiencesCommand.account(given), AudiencesCommand.first(given));
        TableCatalog catalog = AudienceTable.catalog(configuration);
        if (catalog.has(name) && !given.hasMatchedOption("--replace")) {
            throw new InvalidConfiguration("The table is described already; --replace describes it anew");
        }
        CatalogTable table = draft(given, configuration, surroundings);
        catalog.put(name, table);
        tell(name, table, surroundings);
    }

    private static CatalogTable draft(ParseResult given, ServerConfiguration configuration, Surroundings surroundings) {
        String location = given.matchedPositionalValue(1, "");
        if (!location.matches("s3://[^/]+/.*")) {
            throw new InvalidConfiguration(
                    "'" + location + "' is no place of files; one is named like s3://bucket/prefix/");
        }
        var owner = new Owner(AudiencesCommand.account(given), configuration.region());
        var told = new Told(
                ClientOptions.value(given, "--format").map(AudiencesDescribe::format),
                ClientOptions.value(given, "--delimiter").map(AudiencesDescribe::delimiter),
                ClientOptions.value(given, "--columns").stream()
                        .flatMap(names -> Stream.of(names.split(",")))
                        .map(String::strip)
                        .toList());
        try (var objects = Stores.objects(configuration.stores(), surroundings.clock())) {
            var files = new S3Files(
                    objects, owner, FailureCode.DATA_SOURCE_NOT_FOUND, FailureCode.DATA_SOURCE_ACCESS_DENIED);
            return new TableDraft(files).of(S3Uri.parse(location), told);
        } catch (JobFailed reason) {
            throw new InvalidConfiguration(reason.getMessage());
        }
    }

    private static TableFormat format(String text) {
        return Stream.of(TableFormat.values())
                .filter(format -> format.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidConfiguration("--format takes csv, jsonl, json or parquet, not '" + text + "'"));
    }

    private static char delimiter(String text) {
        String character = text.equals("\\t") ? "\t" : text;
        if (character.length() != 1) {
            throw new InvalidConfiguration("--delimiter takes one character or \\t, not '" + text + "'");
        }
        return character.charAt(0);
    }

    private static void tell(TableName name, CatalogTable table, Surroundings surroundings) {
        Map<String, ColumnType> roles = ColumnRoles.propose(table);
        AudienceTable.columns(table)
                .forEach(column -> surroundings
                        .out()
                        .printf(
                                "%-24s  %-16s  %s%n",
                                column.name(),
                                column.type(),
                                Optional.ofNullable(roles.get(column.name()))
                                        .map(ColumnType::value)
                                        .orElse("-")));
        surroundings
                .out()
                .println("entrepot audiences train NAME --table " + name.database() + "." + name.table()
                        + options(roles));
    }

    private static String options(Map<String, ColumnType> roles) {
        String three = List.of(ColumnType.USER_ID, ColumnType.ITEM_ID, ColumnType.TIMESTAMP).stream()
                .map(role -> " " + OPTIONS.get(role) + " "
                        + roles.entrySet().stream()
                                .filter(each -> each.getValue() == role)
                                .findFirst()
                                .map(each -> quoted(each.getKey()))
                                .orElse("COLUMN"))
                .collect(Collectors.joining());
        return three
                + roles.entrySet().stream()
                        .filter(each ->
                                OPTIONS.getOrDefault(each.getValue(), "").matches("--category|--number"))
                        .map(each -> " " + OPTIONS.get(each.getValue()) + " " + quoted(each.getKey()))
                        .collect(Collectors.joining());
    }

    private static String quoted(String column) {
        return column.contains(" ") ? "'" + column + "'" : column;
    }
}
