package dev.entrepot.mailmanager.archive;

import dev.entrepot.mailmanager.contract.AccessDeniedException;
import dev.entrepot.mailmanager.contract.ArchiveRetention;
import dev.entrepot.mailmanager.contract.ConflictException;
import dev.entrepot.mailmanager.contract.CreateArchiveRequest;
import dev.entrepot.mailmanager.contract.RetentionPeriod;
import dev.entrepot.mailmanager.contract.ServiceQuotaExceededException;
import dev.entrepot.mailmanager.resource.Creations;
import dev.entrepot.mailmanager.resource.ResourceId;
import dev.entrepot.mailmanager.resource.TagService;
import dev.entrepot.mailmanager.resource.TagStore;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.ClientToken;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes archives, once for each client token. */
final class ArchiveCreation {
    private static final RetentionPeriod STANDARD = RetentionPeriod.SIX_MONTHS;

    private final Database database;
    private final Creations creations;
    private final InstantSource clock;
    private final ArchiveLimits limits;
    private final KeyCheck keys;

    ArchiveCreation(Database database, InstantSource clock, ArchiveLimits limits, KeyCheck keys) {
        this.database = database;
        this.creations = new Creations(clock);
        this.clock = clock;
        this.limits = limits;
        this.keys = keys;
    }

    /** What an archive is to be; its text names all of it, so it serves as the token's fingerprint. */
    private record Wanted(
            String name, RetentionPeriod retention, Optional<String> kmsKeyArn, Map<String, String> tags) {
        static Wanted of(CreateArchiveRequest input) {
            return new Wanted(
                    input.archiveName(),
                    input.retention().map(ArchiveCreation::period).orElse(STANDARD),
                    input.kmsKeyArn(),
                    input.tags().map(TagService::map).orElse(Map.of()));
        }
    }

    static RetentionPeriod period(ArchiveRetention retention) {
        return switch (retention) {
            case ArchiveRetention.RetentionPeriod(RetentionPeriod period) -> period;
        };
    }

    /** @return the archive's id */
    String create(Owner owner, CreateArchiveRequest input) {
        Wanted wanted = Wanted.of(input);
        wanted.kmsKeyArn.ifPresent(key -> requireUsable(owner, key));
        return database.write(handle -> create(handle, owner, input.clientToken(), wanted));
    }

    private void requireUsable(Owner owner, String kmsKeyArn) {
        if (!keys.isUsable(owner, kmsKeyArn)) {
            throw new AccessDeniedException("The KMS key " + kmsKeyArn + " cannot be used.");
        }
    }

    private String create(Handle handle, Owner owner, Optional<String> clientToken, Wanted wanted) {
        String id = ResourceId.random("a-");
        Optional<String> earlier = clientToken
                .map(token -> new ClientToken(owner, "CreateArchive", token, wanted.toString()))
                .flatMap(token -> creations.earlier(handle, token, id, ConflictException::new));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (ArchiveStore.isTaken(handle, owner, wanted.name, clock.instant())) {
            throw alreadyExists(wanted.name);
        }
        if (ArchiveStore.countActive(handle, owner) >= limits.active()) {
            throw new ServiceQuotaExceededException("An account has at most " + limits.active() + " archives.");
        }
        ArchiveStore.add(handle, owner, id, wanted.name, wanted.retention, wanted.kmsKeyArn, clock.instant());
        TagStore.put(handle, id, wanted.tags);
        return id;
    }

    static ConflictException alreadyExists(String name) {
        return new ConflictException("Archive already exists: " + name);
    }
}
