package dev.entrepot.server.backup;

import dev.entrepot.server.configuration.StoreConfiguration;
import dev.entrepot.storage.database.SqliteMoment;
import dev.entrepot.storage.durable.Durability;
import dev.entrepot.storage.objects.StoreMoment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a backup, beside a serving process or without one: the database, the objects of S3, the packs of mail and the models of
 * audiences of one moment, the keys, and what describes tables and collaborations. The directory it makes is a data directory, with a {@link Manifest} and a {@link Summary}.
 */
public final class Backup {
    private final Places live;
    private final Path target;

    private Backup(Places live, Path target) {
        this.live = live;
        this.target = target;
    }

    /**
     * @param target is not there or empty; only its owner will be able to read it, for it holds secrets
     * @throws BackupRefused when it cannot be made
     */
    public static Summary make(StoreConfiguration stores, Path target, InstantSource clock) {
        if (stores.database().isPresent()) {
            throw new BackupRefused(
                    "With PostgreSQL the data are in two places: stop the servers, run pg_dump, copy the data"
                            + " directory and the objects, and start them again");
        }
        try {
            return new Backup(Places.of(stores), target.toAbsolutePath().normalize()).make(clock);
        } catch (IOException e) {
            throw new UncheckedIOException("The backup could not be made", e);
        }
    }

    private Summary make(InstantSource clock) throws IOException {
        if (!Directories.isEmpty(target, List.of())) {
            throw new BackupRefused(target + " is not empty; a backup is made in a directory of its own");
        }
        if (live.holds(target)) {
            throw new BackupRefused(
                    target + " is within the data that are to be backed up; name a directory elsewhere");
        }
        try (var database = SqliteMoment.of(live.database().getParent());
                var objects = StoreMoment.of(live.objects().getParent());
                var mail = StoreMoment.of(live.mail().getParent());
                var audiences = StoreMoment.of(live.audiences().getParent())) {
            Directories.requireFree(target, database.bytes() + objects.bytes() + mail.bytes() + audiences.bytes());
            Files.createDirectories(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try {
                Instant moment = clock.instant(); // what was acknowledged until now is in the backup
                objects.hold(() -> mail.hold(() -> audiences.hold(database::hold)));
                return copy(
                        moment,
                        database,
                        Map.of(Places.OBJECTS, objects, Places.MAIL, mail, Places.AUDIENCES, audiences));
            } catch (IOException | RuntimeException e) {
                Directories.delete(target);
                throw e;
            }
        }
    }

    private Summary copy(Instant moment, SqliteMoment database, Map<Path, StoreMoment> stores) throws IOException {
        var manifest = new Manifest(target);
        try (manifest;
                var copying = new Copying()) {
            copying.start(() -> copy(database, manifest));
            for (var store : stores.entrySet()) {
                store.getValue().visit((path, file) -> copy(file, store.getKey().resolve(path), copying, manifest));
            }
            keys(copying, manifest);
            settings(copying, manifest);
            copying.finish();
        }
        Directories.force(target);
        force(Manifest.NAME);
        String sha256 = CheckedCopy.of(target.resolve(Manifest.NAME)).sha256();
        var summary = new Summary(moment, manifest.files(), manifest.bytes(), sha256);
        summary.write(target);
        return summary;
    }

    private void copy(FileChannel file, Path path, Copying copying, Manifest manifest) throws IOException {
        copying.start(() -> {
            try (file) {
                manifest.add(path, CheckedCopy.copy(file, target.resolve(path)));
            } catch (FileAlreadyExistsException e) {
                // the same file, seen twice
            }
        });
    }

    /** Those of now: whatever the moment needs is among them, since none is ever deleted. */
    private void keys(Copying copying, Manifest manifest) throws IOException {
        if (!Files.exists(live.keys())) {
            return;
        }
        try (var keys = Files.newDirectoryStream(live.keys(), "[!.]*")) {
            for (Path key : keys) {
                var file = FileChannel.open(key, StandardOpenOption.READ);
                copy(file, Places.KEYS.resolve(key.getFileName()), copying, manifest);
            }
        }
    }

    /** What people have written for audiences to be made again, as it is now: nothing that is stored hangs on its moment. */
    private void settings(Copying copying, Manifest manifest) throws IOException {
        Path data = live.catalog().getParent();
        try (var catalog = Files.exists(live.catalog()) ? Files.walk(live.catalog()) : Stream.<Path>empty()) {
            for (Path file : Stream.concat(catalog, Stream.of(live.collaborations()))
                    .filter(each -> Files.isRegularFile(each)
                            && !each.getFileName().toString().startsWith("."))
                    .toList()) {
                copy(FileChannel.open(file, StandardOpenOption.READ), data.relativize(file), copying, manifest);
            }
        }
    }

    private void copy(SqliteMoment database, Manifest manifest) throws IOException {
        Path file = target.resolve(Places.DATABASE);
        database.copyTo(file);
        force(Places.DATABASE.toString());
        manifest.add(Places.DATABASE, CheckedCopy.of(file));
    }

    private void force(String name) throws IOException {
        Path file = target.resolve(name);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Durability.FSYNC.file(file, channel);
        }
    }
}
