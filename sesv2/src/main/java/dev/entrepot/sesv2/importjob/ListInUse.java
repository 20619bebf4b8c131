package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.JobFailed;
import dev.entrepot.sesv2.contact.ContactListRow;
import dev.entrepot.sesv2.contact.ContactListStore;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import org.jdbi.v3.core.Handle;

/**
 * The contact list that an import is about, no other that gets its name meanwhile.
 *
 * @param row as it was when the import began
 */
record ListInUse(ContactListRow row) {
    static ListInUse find(Database database, Owner owner, String name) {
        return new ListInUse(database.read(handle -> ContactListStore.find(handle, owner, name))
                .orElseThrow(() -> gone(name)));
    }

    /** Makes sure that the list is there and stays until the transaction ends. */
    void hold(Handle handle) {
        if (!ContactListStore.hold(handle, row.id())) {
            throw gone(row.name());
        }
    }

    private static JobFailed gone(String name) {
        return new JobFailed(ImportJob.FAILURE, noSuchList(name));
    }

    /** Not the words of the other operations on lists (SES dossier, section 1.1). */
    static String noSuchList(String name) {
        return "ContactList <" + name + "> doesn't exist";
    }
}
