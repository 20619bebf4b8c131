package dev.entrepot.mailmanager.addresslist;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of members. Who adds or removes some has taken their list before, and keeps its count right. */
public final class MemberStore {
    private static final int ADDRESSES_AT_A_TIME = 500;
    /** Above every character of a member. */
    private static final char END = '\u007f';

    private static final RowMapper<MemberRow> MEMBER = (row, context) -> new MemberRow(
            row.getString("folded"),
            row.getString("address"),
            context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "created_at", context));

    private MemberStore() {}

    static Optional<MemberRow> find(Handle handle, AddressListRow list, MemberAddress address) {
        return handle.createQuery("SELECT * FROM mail_address WHERE list = ? AND folded = ?")
                .bind(0, list.number())
                .bind(1, address.folded())
                .map(MEMBER)
                .findOne();
    }

    /** Those that begin with {@code prefix}, in the order of their folded texts. */
    static List<MemberRow> list(Handle handle, AddressListRow list, String prefix, String after, int limit) {
        String folded = MemberAddress.folded(prefix);
        return handle.createQuery("""
                        SELECT * FROM mail_address
                        WHERE list = :list AND folded >= :prefix AND folded < :end AND folded > :after
                        ORDER BY folded LIMIT :limit""")
                .bind("list", list.number())
                .bind("prefix", folded)
                .bind("end", folded + END)
                .bind("after", after)
                .bind("limit", limit)
                .map(MEMBER)
                .list();
    }

    /** Those of {@code folded} that are members. */
    public static Set<String> among(Handle handle, AddressListRow list, Collection<String> folded) {
        Set<String> members = new HashSet<>();
        List<String> all = List.copyOf(folded);
        for (int from = 0; from < all.size(); from += ADDRESSES_AT_A_TIME) {
            members.addAll(handle.createQuery(
                            "SELECT folded FROM mail_address WHERE list = :list AND folded IN (<addresses>)")
                    .bind("list", list.number())
                    .bindList("addresses", all.subList(from, Math.min(from + ADDRESSES_AT_A_TIME, all.size())))
                    .mapTo(String.class)
                    .list());
        }
        return members;
    }

    /** Adds addresses, none of which may be a member or stand there twice. */
    public static void add(Handle handle, AddressListRow list, Collection<MemberAddress> addresses, Instant now) {
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO mail_address (list, folded, address, created_at) VALUES (?, ?, ?, ?)");
        addresses.forEach(address -> batch.bind(0, list.number())
                .bind(1, address.folded())
                .bind(2, address.text())
                .bind(3, now)
                .add());
        batch.execute();
        AddressListStore.grow(handle, list, addresses.size(), now);
    }

    /** No more than it was when it is no member. */
    static void remove(Handle handle, AddressListRow list, MemberAddress address, Instant now) {
        int removed = handle.execute(
                "DELETE FROM mail_address WHERE list = ? AND folded = ?", list.number(), address.folded());
        if (removed > 0) {
            AddressListStore.grow(handle, list, -removed, now);
        }
    }
}
