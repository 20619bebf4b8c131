package dev.entrepot.wire.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of an API model as AWS publishes it for its SDKs. */
public record PublishedModel(Object node) {
    /** Reads a model by its file name; without the folder that holds them the test is skipped, and says so. */
    public static PublishedModel read(String fileName) throws IOException {
        Path file = Path.of(System.getProperty("entrepot.shared", "nowhere"), "models", fileName);
        assumeTrue(Files.exists(file), "NOT CHECKED against AWS's model: there is no " + file);
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            parser.nextToken();
            return new PublishedModel(tree(parser));
        }
    }

    private static Object tree(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                members.put(name, tree(parser));
            }
            return members;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(tree(parser));
            }
            return elements;
        }
        return parser.getText();
    }

    Optional<PublishedModel> find(String... path) {
        Object found = node;
        for (String name : path) {
            found = found instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return Optional.ofNullable(found).map(PublishedModel::new);
    }

    PublishedModel at(String... path) {
        return find(path).orElseThrow(() -> new AssertionError("the model has no " + String.join("/", path)));
    }

    String text(String... path) {
        return find(path).map(found -> found.node().toString()).orElse("");
    }

    boolean is(String flag) {
        return text(flag).equals("true");
    }

    List<PublishedModel> elements(String name) {
        return find(name).stream()
                .flatMap(found -> ((List<?>) found.node()).stream())
                .map(PublishedModel::new)
                .toList();
    }

    List<String> texts(String name) {
        return elements(name).stream().map(each -> each.node().toString()).toList();
    }

    List<String> names() {
        return ((Map<?, ?>) node).keySet().stream().map(Object::toString).toList();
    }
}
