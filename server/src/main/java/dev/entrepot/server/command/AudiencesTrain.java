package dev.entrepot.server.command;

import static dev.entrepot.server.client.AudienceResource.AUDIENCE_MODEL;
import static dev.entrepot.server.client.AudienceResource.TRAINING_DATASET;

import dev.entrepot.cleanroomsml.source.TableName;
import dev.entrepot.server.client.Audiences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code audiences train NAME}: makes a training dataset and an audience model of one name, and shows the training to its end. */
final class AudiencesTrain extends AudiencesCommand {
    AudiencesTrain() {
        super(
                "train",
                "Trains an audience model on a table. 'audiences describe' tells which columns to name.",
                "entrepot audiences train tastes --table web.clicks --user user_id --item item --time ts",
                "entrepot audiences train tastes --table web.buys --user uid --item sku --time ts --number price");
    }

    @Override
    void addOptions(CommandSpec spec) {
        addFirst(spec, "NAME", "of the model to be");
        addRequired(spec, "--table", "TABLE", "a described table, as DATABASE.TABLE");
        addRequired(spec, "--user", "COLUMN", "who");
        addRequired(spec, "--item", "COLUMN", "met what");
        addRequired(spec, "--time", "COLUMN", "when, in seconds since 1970 or as a timestamp");
        several(spec, "--category", "what else is said of an interaction in words; may be given again");
        several(spec, "--number", "what else is said of it in numbers; may be given again");
        ClientOptions.add(spec, "--from", "TIME", "use what happened from then on, such as 2026-01-01T00:00:00Z");
        ClientOptions.add(spec, "--to", "TIME", "use what happened before");
        addAccount(spec);
    }

    private static void several(CommandSpec spec, String name, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("COLUMN")
                .description(description)
                .build());
    }

    @Override
    void run(ParseResult given, Audiences audiences, Surroundings surroundings) {
        String name = first(given);
        var model = new HashMap<String, Object>();
        model.put("name", name);
        model.put("trainingDatasetArn", audiences.create(TRAINING_DATASET, dataset(given, name)));
        ClientOptions.value(given, "--from").ifPresent(from -> model.put("trainingDataStartTime", from));
        ClientOptions.value(given, "--to").ifPresent(to -> model.put("trainingDataEndTime", to));
        String arn = audiences.create(AUDIENCE_MODEL, model);
        surroundings.err().println("Training " + arn);
        audiences.watched(AUDIENCE_MODEL, arn, "Training");
        surroundings.out().println("Model " + name + " is trained");
    }

    private static Map<String, ?> dataset(ParseResult given, String name) {
        TableName table = AudienceTable.name(account(given), given.matchedOptionValue("--table", ""));
        var schema = new ArrayList<Map<String, ?>>();
        schema.add(column(given.matchedOptionValue("--user", ""), "USER_ID"));
        schema.add(column(given.matchedOptionValue("--item", ""), "ITEM_ID"));
        schema.add(column(given.matchedOptionValue("--time", ""), "TIMESTAMP"));
        given.matchedOptionValue("--category", List.<String>of())
                .forEach(column -> schema.add(column(column, "CATEGORICAL_FEATURE")));
        given.matchedOptionValue("--number", List.<String>of())
                .forEach(column -> schema.add(column(column, "NUMERICAL_FEATURE")));
        var source = Map.of("glueDataSource", Map.of("databaseName", table.database(), "tableName", table.table()));
        return Map.of(
                "name",
                name,
                "roleArn",
                role(given),
                "trainingData",
                List.of(Map.of("type", "INTERACTIONS", "inputConfig", Map.of("schema", schema, "dataSource", source))));
    }

    private static Map<String, ?> column(String name, String role) {
        return Map.of("columnName", name, "columnTypes", List.of(role));
    }
}
