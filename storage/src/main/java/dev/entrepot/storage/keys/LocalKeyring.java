package dev.entrepot.storage.keys;

import dev.entrepot.storage.Owner;
import dev.entrepot.storage.durable.Durability;
import dev.entrepot.storage.durable.SmallFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The keys of one data directory, a file each, mode 0600. Every use reads the file, so that a key disabled by another
 * process (the command line) is refused from then on. Changes are durable on return.
 */
public final class LocalKeyring {
    /** Stands in for a key ARN where S3 itself keeps the key ({@code x-amz-server-side-encryption: AES256}). */
    public static final String SSE_S3 = "sse-s3";

    private static final String AWS_S3_ALIAS = "alias/aws/s3";
    private static final Owner NOBODY = new Owner("000000000000", "local");
    private static final String SUFFIX = ".key";

    private final Path directory;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    private LocalKeyring(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Opens the keys under {@code directory}, which is created when it is missing. */
    public static LocalKeyring open(Path directory, InstantSource clock) {
        try {
            if (!Files.isDirectory(directory)) {
                var ownerOnly = PosixFilePermissions.fromString("rwx------");
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(ownerOnly));
                Durability.FSYNC.directory(directory.toAbsolutePath().getParent());
            }
            return new LocalKeyring(directory, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("The key directory " + directory + " could not be opened", e);
        }
    }

    /**
     * Makes a key.
     *
     * @param alias such as {@code alias/exports}; {@code alias/aws/…} is reserved
     * @throws IllegalArgumentException for an alias that is malformed, reserved or taken
     */
    public synchronized KmsKey create(Owner owner, Optional<String> alias) {
        alias.ifPresent(name -> checkAlias(owner, name));
        var file = newKey(owner, alias);
        return writing(() -> {
            SmallFile.create(path(file.key().id()), file.values(), Durability.FSYNC);
            return file.key();
        });
    }

    /** @throws KeyUnusable when the key is unknown */
    public KmsKey disable(Owner owner, String reference) {
        return change(owner, reference, KeyState.DISABLED);
    }

    /** @throws KeyUnusable when the key is unknown */
    public KmsKey enable(Owner owner, String reference) {
        return change(owner, reference, KeyState.ENABLED);
    }

    /** The owner's keys, oldest first; among them the one behind {@code alias/aws/s3} once it has been used. */
    public List<KmsKey> list(Owner owner) {
        return files().stream()
                .map(KeyFile::key)
                .filter(key -> key.owner().equals(owner))
                .sorted(Comparator.comparing(KmsKey::created).thenComparing(KmsKey::id))
                .toList();
    }

    /** @param reference key id, key ARN, alias name or alias ARN */
    public Optional<KmsKey> find(Owner owner, String reference) {
        try {
            return lookup(KeyReference.parse(owner, reference)).map(KeyFile::key);
        } catch (KeyUnusable _) {
            return Optional.empty();
        }
    }

    /**
     * A data key under the caller's KMS key, or under {@code alias/aws/s3} (made on first use) when none is named.
     *
     * @throws KeyUnusable as KMS would refuse
     */
    public DataKey dataKey(Owner caller, Optional<String> reference) {
        if (reference.isEmpty() || reference.get().equals(AWS_S3_ALIAS)) {
            return dataKey(usable(managed(managedName(caller), caller, Optional.of(AWS_S3_ALIAS))));
        }
        return dataKey(usable(authorised(caller, reference.get())));
    }

    /** A data key under the key that S3 itself keeps. */
    public DataKey dataKeyOfS3() {
        var dataKey = dataKey(managed(SSE_S3, NOBODY, Optional.empty()));
        return new DataKey(dataKey.plaintext(), dataKey.ciphertext(), SSE_S3);
    }

    /**
     * The plain data key again.
     *
     * @param keyArn as {@link DataKey#keyArn} said
     * @throws KeyUnusable as KMS would refuse
     */
    public byte[] decrypt(Owner caller, String keyArn, byte[] ciphertext) {
        var file = keyArn.equals(SSE_S3)
                ? managed(SSE_S3, NOBODY, Optional.empty())
                : usable(authorised(new Owner(caller.account(), regionOf(keyArn)), keyArn));
        try {
            return file.decrypt(ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A data key kept under " + keyArn + " does not decrypt", e);
        }
    }

    private DataKey dataKey(KeyFile file) {
        var plaintext = new byte[32];
        random.nextBytes(plaintext);
        try {
            return new DataKey(plaintext, file.encrypt(plaintext), file.key().arn());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyFile authorised(Owner caller, String reference) {
        var wanted = KeyReference.parse(caller, reference);
        if (!wanted.owner().account().equals(caller.account())) {
            throw new KeyUnusable(
                    KmsError.ACCESS_DENIED,
                    "Account " + caller.account() + " is not authorized to use the key " + wanted.arn());
        }
        return lookup(wanted).orElseThrow(() -> notFound(wanted));
    }

    private static KeyFile usable(KeyFile file) {
        return switch (file.key().state()) {
            case ENABLED -> file;
            case DISABLED -> throw new KeyUnusable(KmsError.DISABLED, file.key().arn() + " is disabled.");
        };
    }

    private KmsKey change(Owner owner, String reference, KeyState state) {
        var wanted = KeyReference.parse(owner, reference);
        var file = lookup(wanted).orElseThrow(() -> notFound(wanted));
        return writing(() -> {
            var changed = file.in(state);
            changed.replace(path(fileName(changed.key())));
            return changed.key();
        });
    }

    private Optional<KeyFile> lookup(KeyReference reference) {
        if (reference.isAlias()) {
            return files().stream()
                    .filter(file -> file.key().owner().equals(reference.owner()))
                    .filter(file -> file.key().alias().equals(Optional.of(reference.name())))
                    .findFirst();
        }
        return read(path(reference.name()))
                .or(() -> read(path(managedName(reference.owner()))))
                .filter(file -> file.key().id().equals(reference.name()))
                .filter(file -> file.key().owner().equals(reference.owner()));
    }

    /** The key in the file of this name, made by whoever comes first. */
    private KeyFile managed(String name, Owner owner, Optional<String> alias) {
        return read(path(name))
                .orElseGet(() -> writing(() -> {
                    try {
                        SmallFile.create(path(name), newKey(owner, alias).values(), Durability.FSYNC);
                    } catch (FileAlreadyExistsException _) {
                        // another thread or process was first: its key is the key
                    }
                    return KeyFile.read(path(name));
                }));
    }

    private KeyFile newKey(Owner owner, Optional<String> alias) {
        var material = new byte[32];
        random.nextBytes(material);
        var created = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var key = new KmsKey(UUID.randomUUID().toString(), owner, alias, KeyState.ENABLED, created);
        return new KeyFile(key, material);
    }

    private void checkAlias(Owner owner, String alias) {
        if (!alias.matches(KeyReference.Names.ALIAS) || alias.startsWith("alias/aws/")) {
            throw new IllegalArgumentException(
                    "An alias is 'alias/' and letters, digits, '/', '_', '-', and not below 'alias/aws/': '" + alias
                            + "'");
        }
        if (find(owner, alias).isPresent()) {
            throw new IllegalArgumentException("An alias with the name " + alias + " already exists");
        }
    }

    private List<KeyFile> files() {
        var files = new ArrayList<KeyFile>();
        try (var paths = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path path : paths) {
                if (!path.equals(path(SSE_S3))) {
                    read(path).ifPresent(files::add);
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The key directory " + directory + " could not be read", e);
        }
    }

    private static Optional<KeyFile> read(Path path) {
        try {
            return Optional.of(KeyFile.read(path));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + path + " could not be read", e);
        }
    }

    private Path path(String name) {
        return directory.resolve(name + SUFFIX);
    }

    private static String fileName(KmsKey key) {
        return key.alias().equals(Optional.of(AWS_S3_ALIAS)) ? managedName(key.owner()) : key.id();
    }

    private static String managedName(Owner owner) {
        return "aws-s3." + owner.account() + "." + owner.region();
    }

    private static String regionOf(String keyArn) {
        return keyArn.split(":", 5)[3];
    }

    private static KeyUnusable notFound(KeyReference reference) {
        return new KeyUnusable(
                KmsError.NOT_FOUND,
                (reference.isAlias() ? "Alias " : "Key ") + "'" + reference.arn() + "' does not exist");
    }

    private interface FileWork<T> {
        T run() throws IOException;
    }

    private static <T> T writing(FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException("A key could not be saved", e);
        }
    }
}
