package dev.entrepot.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.server.client.ClientFailed;
import dev.entrepot.server.client.ServerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code mail hold place ARCHIVE}: puts an archive, the mail of a time, or listed messages under legal hold. */
final class MailHoldPlace implements Command {
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this).name("place");
        spec.usageMessage()
                .description(
                        "Puts mail under legal hold: the whole archive; what was or will be received from --from to"
                                + " --to; of that, what --filters choose now; or the messages listed in a file.");
        ArchiveArgument.addTo(spec);
        ClientOptions.add(spec, "--reason", "TEXT", "why, for whoever asks later; required");
        ClientOptions.add(spec, "--from", "TIME", "such as 2024-01-01 or 2024-01-01T08:00:00Z, in UTC");
        ClientOptions.add(spec, "--to", "TIME", "likewise, included; a date is meant to its end");
        ClientOptions.add(
                spec, "--filters", "FILE", "JSON as 'aws mailmanager start-archive-search --filters' takes it");
        ClientOptions.add(spec, "--messages", "FILE", "ids of archived messages, one a line");
        ClientOptions.addTo(spec);
        Examples.addTo(
                spec,
                "entrepot mail hold place a-2kf… --reason 'Case 7' --from 2024-01-01 --to 2024-06-30",
                "entrepot mail hold place a-2kf… --reason 'Case 7' --filters from-eve.json");
        return spec;
    }

    @Override
    public void run(ParseResult given, Surroundings surroundings) {
        String path = ArchiveArgument.custody(given) + "/holds";
        Map<String, Object> request = new HashMap<>();
        request.put(
                "reason",
                ClientOptions.value(given, "--reason")
                        .orElseThrow(() -> new ClientFailed("A hold needs a --reason, for whoever asks later")));
        ClientOptions.value(given, "--from").ifPresent(from -> request.put("receivedFrom", seconds(from, 0)));
        ClientOptions.value(given, "--to").ifPresent(to -> request.put("receivedTo", seconds(to, 1)));
        ClientOptions.value(given, "--filters").ifPresent(file -> request.put("filters", filters(Path.of(file))));
        ClientOptions.value(given, "--messages").ifPresent(file -> request.put("messageIds", ids(Path.of(file))));
        try (var client = new ServerClient(ClientOptions.profile(given, surroundings))) {
            JsonNode hold = client.post(path, request);
            surroundings
                    .out()
                    .printf(
                            "%s is on %,d messages%n",
                            hold.path("holdId").asText(), hold.path("messages").asLong());
        }
    }

    /** @param day of a date that is meant: 0 for its beginning, 1 for its end */
    private static BigDecimal seconds(String time, int day) {
        try {
            Instant moment = time.contains("T")
                    ? Instant.parse(time)
                    : LocalDate.parse(time)
                            .plusDays(day)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusMillis(day);
            return BigDecimal.valueOf(moment.toEpochMilli(), 3);
        } catch (DateTimeParseException e) {
            throw new ClientFailed("'" + time + "' is no time; write 2024-01-01 or 2024-01-01T08:00:00Z");
        }
    }

    private static JsonNode filters(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new ClientFailed("'" + file + "' is not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException("The filters cannot be read", e);
        }
    }

    private static List<String> ids(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of messages cannot be read", e);
        }
    }
}
