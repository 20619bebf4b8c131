package dev.entrepot.cleanroomsml.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.entrepot.cleanroomsml.resource.FailureCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The tables that whoever runs the server has described, a file each: {@code CATALOG/DATABASE/TABLE.json} (dossier, section 2.2). */
public record TableCatalog(Path directory) {
    private static final ObjectReader READER =
            JsonMapper.builder().addModule(new Jdk8Module()).build().readerFor(CatalogTable.class);

    CatalogTable find(TableName name) {
        Path file = directory.resolve(name.catalogId()).resolve(name.database()).resolve(name.table() + ".json");
        try {
            return READER.readValue(Files.readString(file));
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
}
