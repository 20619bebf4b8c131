package dev.entrepot.cleanroomsml.generation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.cleanroomsml.contract.AccessDeniedException;
import dev.entrepot.cleanroomsml.contract.ResourceNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who works together, as whoever runs the server has written down (dossier, section 1.9): a JSON object of collaboration ids, each with
 * a list of its members' account ids. Read anew each time.
 *
 * @param file need not be there while there are no collaborations
 */
public record Collaborations(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Set<String>>> MEMBERS = new TypeReference<>() {};

    /** @throws dev.entrepot.wire.schema.ApiException for an unknown collaboration, or one that not all of these are members of */
    void check(String collaborationId, List<String> accounts) {
        Set<String> members = all().get(collaborationId);
        if (members == null) {
            throw new ResourceNotFoundException("There is no collaboration " + collaborationId);
        }
        if (!members.containsAll(accounts)) {
            throw new AccessDeniedException(
                    "Not all accounts involved are members of the collaboration " + collaborationId);
        }
    }

    private Map<String, Set<String>> all() {
        try {
            return Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), MEMBERS) : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Collaborations cannot be read from " + file, e);
        }
    }
}
