package dev.entrepot.mailmanager.load;

import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.ingest.ArchiveClosed;
import dev.entrepot.mailmanager.ingest.Arrivals;
import dev.entrepot.mailmanager.ingest.Loaded;
import dev.entrepot.mailmanager.ingest.LoadedMessage;
import dev.entrepot.mailmanager.load.contract.ConflictException;
import dev.entrepot.mailmanager.load.contract.LoadMessagesRequest;
import dev.entrepot.mailmanager.load.contract.LoadMessagesResponse;
import dev.entrepot.mailmanager.load.contract.MailLoadsHandler;
import dev.entrepot.mailmanager.load.contract.RefusedMessage;
import dev.entrepot.mailmanager.load.contract.ResourceNotFoundException;
import dev.entrepot.mailmanager.load.contract.ValidationException;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.mailmanager.request.ResourceArn;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.service.RequestContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Takes batches of messages into the caller's archives. */
final class LoadService implements MailLoadsHandler {
    private final Authorizer authorizer;
    private final Database database;
    private final Arrivals arrivals;
    private final InstantSource clock;

    LoadService(Authorizer authorizer, Database database, Arrivals arrivals, InstantSource clock) {
        this.authorizer = authorizer;
        this.database = database;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public LoadMessagesResponse loadMessages(LoadMessagesRequest input, RequestContext context) {
        Owner owner = Access.owner(context);
        String id = input.archiveId();
        authorizer.check(context.caller(), "entrepot:LoadMessages", ResourceArn.ofArchive(owner, id));
        if (database.read(handle -> ArchiveStore.find(handle, owner, id, clock.instant()))
                .isEmpty()) {
            throw new ResourceNotFoundException("There is no archive " + id + ".");
        }
        List<LoadedMessage> good = new ArrayList<>();
        List<RefusedMessage> refused = new ArrayList<>();
        divide(input, good, refused);
        try {
            Loaded loaded = arrivals.load(id, good);
            return LoadMessagesResponse.builder()
                    .archived(loaded.archived())
                    .duplicates(loaded.duplicates())
                    .expired(loaded.expired())
                    .refused(refused)
                    .build();
        } catch (ArchiveClosed e) {
            throw new ConflictException("Archive " + id + " is pending deletion: no mail enters it.");
        }
    }

    private static void divide(LoadMessagesRequest input, List<LoadedMessage> good, List<RefusedMessage> refused) {
        try {
            List<LoadedMessage> all = MessageBatch.decode(input.messages());
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).content().size() == 0) {
                    refused.add(RefusedMessage.builder()
                            .index(i)
                            .reason("It is empty.")
                            .build());
                } else {
                    good.add(all.get(i));
                }
            }
        } catch (MalformedBatch e) {
            throw new ValidationException(e.getMessage());
        }
    }
}
