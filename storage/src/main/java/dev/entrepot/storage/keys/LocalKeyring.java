package dev.entrepot.storage.keys;

import dev.entrepot.storage.Owner;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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

    private final KeyDirectory directory;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    private LocalKeyring(KeyDirectory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Opens the keys under {@code directory}, which is created when it is missing. */
    public static LocalKeyring open(Path directory, InstantSource clock) {
        return new LocalKeyring(KeyDirectory.open(directory), clock);
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
        return directory.create(file.key().id(), file).key();
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
        return directory.readAll().stream()
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
        var changed = file.in(state);
        directory.replace(fileName(changed.key()), changed);
        return changed.key();
    }

    private Optional<KeyFile> lookup(KeyReference reference) {
        if (reference.isAlias()) {
            return directory.readAll().stream()
                    .filter(file -> file.key().owner().equals(reference.owner()))
                    .filter(file -> file.key().alias().equals(Optional.of(reference.name())))
                    .findFirst();
        }
        return directory
                .read(reference.name())
                .or(() -> directory.read(managedName(reference.owner())))
                .filter(file -> file.key().id().equals(reference.name()))
                .filter(file -> file.key().owner().equals(reference.owner()));
    }

    /** The key in the file of this name, made by whoever comes first. */
    private KeyFile managed(String name, Owner owner, Optional<String> alias) {
        return directory.read(name).orElseGet(() -> directory.create(name, newKey(owner, alias)));
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
}
