package dev.entrepot.cleanroomsml.source;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.storage.durable.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables that whoever runs the server has described, a file each: {@code CATALOG/DATABASE/TABLE.json} (dossier, section 2.2). */
public record TableCatalog(Path directory) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();
    private static final String JSON_FILE = ".json";

    /** @throws dev.entrepot.jobs.JobFailed when it is not there, or is no description of a table */
    public CatalogTable find(TableName name) {
        try {
            return JSON.readValue(Files.readString(file(name)), CatalogTable.class);
        } catch (NoSuchFileException absent) {
            throw FailureCode.DATA_SOURCE_NOT_FOUND.because("There is no table " + name + ".");
        } catch (JsonProcessingException wrong) {
            throw FailureCode.UNSUPPORTED_FORMAT.because(
                    "What the catalog says of table " + name + " is no description of a table (line "
                            + wrong.getLocation().getLineNr() + ").");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(TableName name) {
        return Files.exists(file(name));
    }

    /** The tables of a catalog in the order of their names. */
    public List<TableName> all(String catalogId) {
        Path catalog = directory.resolve(catalogId);
        if (!Files.isDirectory(catalog)) {
            return List.of();
        }
        try (var files = Files.walk(catalog, 2)) {
            return files.filter(file -> file.getNameCount() == catalog.getNameCount() + 2)
                    .filter(file -> file.toString().endsWith(JSON_FILE))
                    .sorted()
                    .flatMap(file -> name(catalogId, file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The catalog cannot be read", e);
        }
    }

    private static Optional<TableName> name(String catalogId, Path file) {
        String table = file.getFileName().toString();
        return TableName.parse(
                catalogId,
                file.getParent().getFileName() + "." + table.substring(0, table.length() - JSON_FILE.length()));
    }

    /** Describes a table, or describes it anew. Models in training have read the earlier description already, or read this one. */
    public void put(TableName name, CatalogTable table) {
        Path file = file(name);
        try {
            byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(table);
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling("." + UUID.randomUUID());
            try (var channel = FileChannel.open(draft, CREATE_NEW, WRITE)) {
                channel.write(ByteBuffer.wrap(bytes));
                Durability.FSYNC.file(draft, channel);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            Durability.FSYNC.directory(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The description cannot be written", e);
        }
    }

    private Path file(TableName name) {
        return directory.resolve(name.catalogId()).resolve(name.database()).resolve(name.table() + JSON_FILE);
    }
}
