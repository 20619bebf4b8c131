package dev.entrepot.mailmanager.addresslist;

import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.RowRemoval;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.mailmanager.request.ResourceArn;
import dev.entrepot.mailmanager.resource.Tagged;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.service.BoundOperation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Address lists as a part: their kind of job and their operations. */
public final class AddressLists {
    private final Database database;
    private final InstantSource clock;
    private final AddressListLimits limits;
    private final RowRemoval removal;

    public AddressLists(Database database, InstantSource clock, AddressListLimits limits) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.removal = new RowRemoval(
                "mailmanager-address-list-removal",
                clock,
                List.of(RowRemoval.rowsOf("mail_address", "list", "folded")));
    }

    public JobKind<?, ?, ?> kind() {
        return removal;
    }

    public AddressListLimits limits() {
        return limits;
    }

    /** @param ends told of each list that is about to go */
    public List<BoundOperation<?, ?>> operations(Jobs jobs, Access access, PageTokens tokens, ListEnd ends) {
        return Stream.of(
                        new AddressListService(access, database, clock, limits, tokens, jobs, removal, ends)
                                .operations(),
                        new MemberService(access, database, clock, limits, tokens).operations())
                .flatMap(List::stream)
                .toList();
    }

    /** Address lists have tags. */
    public static Optional<Tagged> tagged(Handle handle, Owner owner, String arn) {
        return ResourceArn.addressListId(owner, arn)
                .flatMap(id -> AddressListStore.find(handle, owner, id))
                .map(list -> new Tagged(list.id(), true));
    }
}
