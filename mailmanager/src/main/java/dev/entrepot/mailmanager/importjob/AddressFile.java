package dev.entrepot.mailmanager.importjob;

import dev.entrepot.mailmanager.contract.ImportDataType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A file of addresses, item by item, from its beginning; it takes no more memory the longer it is (dossier, section 1.6). */
interface AddressFile extends Closeable {
    static AddressFile of(ImportDataType type, InputStream bytes) throws IOException {
        return switch (type) {
            case CSV -> new AddressCsv(bytes);
            case JSON -> new AddressJson(bytes);
        };
    }

    /**
     * Nothing at the end of the file.
     *
     * @throws FileUnusable when it is not of its type; what was read before is good all the same
     */
    Optional<Item> next() throws IOException;
}
