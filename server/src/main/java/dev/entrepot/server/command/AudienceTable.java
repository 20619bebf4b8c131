package dev.entrepot.server.command;

import dev.entrepot.cleanroomsml.source.CatalogTable;
import dev.entrepot.cleanroomsml.source.CatalogTable.Column;
import dev.entrepot.cleanroomsml.source.TableCatalog;
import dev.entrepot.cleanroomsml.source.TableName;
import dev.entrepot.server.configuration.InvalidConfiguration;
import dev.entrepot.server.configuration.ServerConfiguration;
import java.util.stream.Stream;

/** Tables as the commands about them name and know them. */
final class AudienceTable {
    private AudienceTable() {}

    static TableCatalog catalog(ServerConfiguration configuration) {
        return new TableCatalog(configuration.stores().data().resolve("catalog"));
    }

    static TableName name(String account, String text) {
        return TableName.parse(account, text)
                .orElseThrow(() -> new InvalidConfiguration(
                        "'" + text + "' is no table; one is named DATABASE.TABLE, such as web.clicks"));
    }

    static Stream<Column> columns(CatalogTable table) {
        return Stream.concat(table.columns().stream(), table.keys().stream());
    }
}
