package dev.entrepot.mailmanager.resource;

import org.jdbi.v3.core.Handle;

/** Numbers that stand for resources in other tables; each is given once, whatever kind of resource it is for. */
public final class ResourceNumber {
    private ResourceNumber() {}

    /** Larger than all before. */
    public static long next(Handle handle) {
        return handle.createQuery("UPDATE mail_sequence SET last = last + 1 RETURNING last")
                .mapTo(Long.class)
                .one();
    }
}
