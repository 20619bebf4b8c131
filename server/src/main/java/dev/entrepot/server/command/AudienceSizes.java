package dev.entrepot.server.command;

import dev.entrepot.server.client.ClientFailed;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sizes as a person writes them, {@code 5%} of all users of the model or {@code 1000} of them.
 *
 * @param type as the API calls it
 */
record AudienceSizes(String type, List<Integer> values) {
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,7})(%?)");

    /** @param text one size, or several of one kind with commas between them */
    static AudienceSizes parse(String option, String text) {
        List<String> sizes = Stream.of(text.split(",", -1)).map(String::strip).toList();
        boolean isPercentage = sizes.getFirst().endsWith("%");
        if (!sizes.stream().allMatch(size -> SIZE.matcher(size).matches() && size.endsWith("%") == isPercentage)) {
            throw new ClientFailed(
                    option + " takes percentages such as 5% or numbers of users such as 1000, not '" + text + "'");
        }
        return new AudienceSizes(
                isPercentage ? "PERCENTAGE" : "ABSOLUTE",
                sizes.stream()
                        .map(size -> Integer.valueOf(size.replace("%", "")))
                        .toList());
    }

    Map<String, ?> config() {
        return Map.of("audienceSizeType", type, "audienceSizeBins", values);
    }

    /** The first, as one export takes it. */
    Map<String, ?> one() {
        return Map.of("type", type, "value", values.getFirst());
    }

    static String text(String type, int value) {
        return type.equals("PERCENTAGE") ? value + "%" : "%,d users".formatted(value);
    }
}
