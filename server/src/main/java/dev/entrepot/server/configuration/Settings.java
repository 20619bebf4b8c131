package dev.entrepot.server.configuration;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings a person gave; the command line outranks the environment. */
public final class Settings {
    static final String PREFIX = "ENTREPOT_";
    /** Read by the launcher, not by the program. */
    private static final String JAVA_OPTS = PREFIX + "JAVA_OPTS";

    private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

    /** A value and what it was given by, for messages: {@code --port} or {@code ENTREPOT_PORT}. */
    record Given(String value, String by) {}

    /**
     * @param options of the command line
     * @param environment all of it; other programs' variables are passed over
     * @throws InvalidConfiguration when a variable begins like ours and is none
     */
    public Settings(Map<Setting, String> options, Map<String, String> environment) {
        rejectUnknown(environment);
        for (Setting setting : Setting.values()) {
            if (options.containsKey(setting)) {
                given.put(setting, new Given(options.get(setting), setting.option()));
            } else if (environment.containsKey(setting.variable())) {
                given.put(setting, new Given(environment.get(setting.variable()), setting.variable()));
            }
        }
    }

    Optional<Given> get(Setting setting) {
        return Optional.ofNullable(given.get(setting));
    }

    private static void rejectUnknown(Map<String, String> environment) {
        List<String> known = Stream.concat(Arrays.stream(Setting.values()).map(Setting::variable), Stream.of(JAVA_OPTS))
                .toList();
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidConfiguration(
                            "There is no setting %s; the nearest is %s".formatted(name, Nearest.to(name, known)));
                });
    }
}
