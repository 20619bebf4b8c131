package dev.entrepot.mailmanager.importjob;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.mailmanager.addresslist.AddressListRow;
import dev.entrepot.mailmanager.addresslist.AddressListStore;
import dev.entrepot.mailmanager.addresslist.MemberAddress;
import dev.entrepot.mailmanager.addresslist.MemberStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * One run of an import. A batch of items, the number of items done and the counts are one transaction; a later run passes over
 * the items that are done, which is far quicker than importing them was.
 */
final class Loading {
    private static final int ITEMS_AT_A_TIME = 5_000;

    private final PartRun<ImportRequest, UploadedFile> run;
    private final AddressFile file;
    private final InstantSource clock;
    private final int mostMembers;
    private long done;

    Loading(PartRun<ImportRequest, UploadedFile> run, AddressFile file, InstantSource clock, int mostMembers) {
        this.run = run;
        this.file = file;
        this.clock = clock;
        this.mostMembers = mostMembers;
    }

    /** @throws FileUnusable when it ends before the file does; what was imported before stays */
    void load() throws IOException {
        done = run.checkpoint().map(Long::parseLong).orElse(0L);
        for (long passed = 0; passed < done; passed++) {
            file.next();
            run.checkCancelled();
        }
        List<Item> batch = new ArrayList<>();
        try {
            for (Optional<Item> item = file.next(); item.isPresent(); item = file.next()) {
                batch.add(item.get());
                if (batch.size() == ITEMS_AT_A_TIME) {
                    commit(batch);
                    batch.clear();
                }
            }
        } catch (FileUnusable broken) {
            commit(batch);
            throw broken;
        }
        commit(batch);
    }

    private void commit(List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        try {
            run.commit(Long.toString(done + items.size()), handle -> apply(handle, items));
            done += items.size();
        } catch (ListFull full) {
            commit(items.subList(0, full.fitting()));
            throw new FileUnusable("The address list is full: it has " + mostMembers + " members.");
        }
    }

    private Counts apply(Handle handle, List<Item> items) {
        AddressListRow list = AddressListStore.take(handle, run.job().request().list())
                .orElseThrow(() -> Uploads.failed("The address list has been deleted."));
        Map<String, MemberAddress> fresh = new TreeMap<>();
        items.forEach(item -> item.address().ifPresent(address -> fresh.putIfAbsent(address.folded(), address)));
        MemberStore.among(handle, list, fresh.keySet()).forEach(fresh::remove);
        if (fresh.size() > mostMembers - list.members()) {
            throw new ListFull(ListFull.fitting(items, fresh.keySet(), mostMembers - list.members()));
        }
        MemberStore.add(handle, list, fresh.values(), clock.instant());
        long failed = items.stream().filter(item -> item.address().isEmpty()).count();
        ImportStore.count(handle, run.job().request().importId(), items.size() - failed, failed);
        return new Counts(items.size(), failed, 0);
    }
}
