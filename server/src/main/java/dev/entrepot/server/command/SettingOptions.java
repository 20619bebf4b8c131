package dev.entrepot.server.command;

import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.Settings;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Settings as options of a command. Their values stay text here: {@link Settings} checks them, wherever they came from. */
final class SettingOptions {
    private SettingOptions() {}

    static void addTo(CommandSpec command, Setting... settings) {
        for (Setting setting : settings) {
            command.addOption(OptionSpec.builder(setting.option())
                    .type(String.class)
                    .paramLabel(setting.label())
                    .description(setting.description())
                    .build());
        }
    }

    static Settings read(ParseResult given, Map<String, String> environment) {
        var options = new EnumMap<Setting, String>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = given.matchedOptionValue(setting.option(), null);
            if (value != null) {
                options.put(setting, value);
            }
        }
        return new Settings(options, environment);
    }
}
