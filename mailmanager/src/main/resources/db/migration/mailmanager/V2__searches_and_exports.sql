-- The index of messages goes by blocks of 16,384 arrivals of an archive, each written once, when all of them are there.
CREATE TABLE mail_index_block (
    archive  BIGINT NOT NULL,
    number   BIGINT NOT NULL,
    -- The first and the last time of receipt in it, in milliseconds.
    earliest BIGINT NOT NULL,
    latest   BIGINT NOT NULL,
    -- Every message's time of receipt, 8 bytes each; -1 where there was none.
    received BYTEA  NOT NULL,
    PRIMARY KEY (archive, number)
);

-- Which messages of a block hold one of the pieces of text that share a slot.
CREATE TABLE mail_index_slice (
    archive  BIGINT  NOT NULL,
    block    BIGINT  NOT NULL,
    slot     INTEGER NOT NULL,
    messages BYTEA   NOT NULL,
    PRIMARY KEY (archive, block, slot)
) ${clustered};

-- What a search has found, kept with its job: the message itself may be gone when the row is read.
CREATE TABLE mail_search_hit (
    search      TEXT    NOT NULL,
    position    INTEGER NOT NULL,
    number      BIGINT  NOT NULL,
    received_at BIGINT  NOT NULL,
    attachments INTEGER NOT NULL,
    document    BYTEA   NOT NULL,
    PRIMARY KEY (search, position)
) ${clustered};

-- An export from the moment its messages are chosen until all that is left of it lies in its bucket.
CREATE TABLE mail_export (
    id         TEXT    NOT NULL PRIMARY KEY,
    archive    BIGINT  NOT NULL,
    account    TEXT    NOT NULL,
    region     TEXT    NOT NULL,
    -- Where its files are, and the request as they tell it.
    bucket     TEXT    NOT NULL,
    prefix     TEXT    NOT NULL,
    settings   BYTEA   NOT NULL,
    frozen_at  BIGINT  NOT NULL,
    messages   BIGINT  NOT NULL,
    bytes      BIGINT  NOT NULL,
    truncated  INTEGER NOT NULL,
    -- How and when its job has ended; empty before.
    state      TEXT    NOT NULL,
    ended_at   BIGINT
);
CREATE INDEX mail_export_archive ON mail_export (archive);

-- The frozen list of an export, some messages a part, and what the part has to tell once it has written them.
CREATE TABLE mail_export_part (
    export    TEXT    NOT NULL,
    part      INTEGER NOT NULL,
    numbers   BYTEA   NOT NULL,
    written   BIGINT  NOT NULL,
    failed    BIGINT  NOT NULL,
    bytes     BIGINT  NOT NULL,
    -- Lines of three listings, compressed.
    manifest  BYTEA   NOT NULL,
    checksums BYTEA   NOT NULL,
    errors    BYTEA   NOT NULL,
    PRIMARY KEY (export, part)
);
