package dev.entrepot.sesv2.contact;

import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.RowRemoval;
import dev.entrepot.sesv2.request.Access;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.service.BoundOperation;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Contact lists and contacts as a part: its kind of job and its operations. */
public final class ContactsApi {
    private final Database database;
    private final InstantSource clock;
    private final ContactLimits limits;
    private final RowRemoval removal;

    public ContactsApi(Database database, InstantSource clock, ContactLimits limits) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.removal = new RowRemoval(
                "sesv2-contact-list-removal", clock, List.of(RowRemoval.rowsOf("sesv2_contact", "list_id", "address")));
    }

    public JobKind<?, ?, ?> kind() {
        return removal;
    }

    public List<BoundOperation<?, ?>> operations(Jobs jobs, Access access, PageTokens pageTokens) {
        return Stream.of(
                        new ContactListOperations(database, clock, limits, jobs, removal, access, pageTokens).all(),
                        new ContactOperations(database, clock, access, pageTokens).all(),
                        new TagOperations(database, access).all())
                .flatMap(List::stream)
                .toList();
    }
}
