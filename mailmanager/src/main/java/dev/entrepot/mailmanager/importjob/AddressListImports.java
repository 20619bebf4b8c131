package dev.entrepot.mailmanager.importjob;

import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.mailmanager.addresslist.AddressListLimits;
import dev.entrepot.mailmanager.addresslist.AddressListRow;
import dev.entrepot.mailmanager.addresslist.ListEnd;
import dev.entrepot.mailmanager.contract.ConflictException;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.service.BoundOperation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Import jobs as a part: their kind of job and their operations. */
public final class AddressListImports implements ListEnd {
    private final Database database;
    private final InstantSource clock;
    private final Uploads uploads;
    private final AddressListImport kind;

    /** @param objects which clients upload to */
    public AddressListImports(Database database, ObjectStore objects, InstantSource clock, AddressListLimits limits) {
        this.database = database;
        this.clock = clock;
        this.uploads = new Uploads(objects);
        this.kind = new AddressListImport(uploads, clock, limits.members());
    }

    public JobKind<?, ?, ?> kind() {
        return kind;
    }

    public List<BoundOperation<?, ?>> operations(Jobs jobs, Access access, PageTokens tokens, ObjectLinks links) {
        return new ImportService(access, database, clock, jobs, kind, uploads, links, tokens).operations();
    }

    /** The job that does an import, under the import's own id; nothing while it has not been started. */
    public Optional<JobId> job(Owner owner, String importId) {
        return database.read(handle -> ImportStore.find(handle, owner, importId))
                .flatMap(ImportRow::job);
    }

    @Override
    public void ending(Handle handle, AddressListRow list) {
        if (ImportStore.isProcessing(handle, list.number())) {
            throw new ConflictException("An import into the address list is being processed; stop it first.");
        }
        ImportStore.removeAll(handle, list);
    }
}
