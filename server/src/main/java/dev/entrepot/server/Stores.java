package dev.entrepot.server;

import dev.entrepot.cleanroomsml.CleanRoomsMl;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.mailmanager.MailManager;
import dev.entrepot.server.configuration.StoreConfiguration;
import dev.entrepot.server.credentials.CredentialTable;
import dev.entrepot.sesv2.SesV2;
import dev.entrepot.simpledb.SimpleDb;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Databases;
import dev.entrepot.storage.database.Migrations;
import dev.entrepot.storage.keys.LocalKeyring;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import java.time.InstantSource;
import java.util.List;

/** Opens the stores, alike for the server and for the commands that work beside it. */
public final class Stores {
    /** The tables of every module; all openers bring the database to the same state. */
    private static final List<Migrations> MODULES = List.of(
            CredentialTable.MIGRATIONS,
            Jobs.MIGRATIONS,
            SimpleDb.MIGRATIONS,
            SesV2.MIGRATIONS,
            MailManager.MIGRATIONS,
            CleanRoomsMl.MIGRATIONS);

    private Stores() {}

    public static Database database(StoreConfiguration configuration) {
        return configuration
                .database()
                .map(url -> Databases.postgresql(url, MODULES))
                .orElseGet(() -> Databases.sqlite(configuration.data(), MODULES));
    }

    public static EmbeddedObjectStore objects(StoreConfiguration configuration, InstantSource clock) {
        return EmbeddedObjectStore.open(configuration.objects(), keyring(configuration, clock), clock);
    }

    /** What Mail Manager stores; no S3 request reaches it. */
    public static EmbeddedObjectStore mail(StoreConfiguration configuration, InstantSource clock) {
        return EmbeddedObjectStore.open(configuration.data().resolve("mail"), keyring(configuration, clock), clock);
    }

    /** Lookalike models and rankings; no S3 request reaches them. */
    static EmbeddedObjectStore audiences(StoreConfiguration configuration, InstantSource clock) {
        return EmbeddedObjectStore.open(
                configuration.data().resolve("audiences"), keyring(configuration, clock), clock);
    }

    public static LocalKeyring keyring(StoreConfiguration configuration, InstantSource clock) {
        return LocalKeyring.open(configuration.data().resolve("keys"), clock);
    }
}
