package dev.entrepot.mailmanager.archive;

import dev.entrepot.storage.Owner;

/** Tells whether a KMS key can encrypt an owner's messages now. */
@FunctionalInterface
public interface KeyCheck {
    boolean isUsable(Owner owner, String kmsKeyArn);
}
