package dev.entrepot.cleanroomsml.resource;

/** Where a resource stands (dossier, section 1.7). The contract's enums have those of these that their type can be in. */
public enum Status {
    CREATE_PENDING,
    CREATE_IN_PROGRESS,
    CREATE_FAILED,
    ACTIVE,
    DELETE_PENDING,
    DELETE_IN_PROGRESS,
    DELETE_FAILED;

    public boolean isBeingCreated() {
        return this == CREATE_PENDING || this == CREATE_IN_PROGRESS;
    }

    public boolean isBeingDeleted() {
        return this == DELETE_PENDING || this == DELETE_IN_PROGRESS;
    }
}
