-- Archives are numbered up here, because SQLite and PostgreSQL spell generated keys differently.
CREATE TABLE mail_sequence (
    last BIGINT NOT NULL
);
INSERT INTO mail_sequence (last) VALUES (0);

CREATE TABLE mail_archive (
    number               BIGINT NOT NULL PRIMARY KEY,
    account              TEXT   NOT NULL,
    region               TEXT   NOT NULL,
    id                   TEXT   NOT NULL UNIQUE,
    name                 TEXT   NOT NULL,
    retention            TEXT   NOT NULL,
    -- Empty for none.
    kms_key_arn          TEXT   NOT NULL,
    created_at           BIGINT NOT NULL,
    updated_at           BIGINT NOT NULL,
    -- When the retention was changed last; the one given at creation is no change.
    retention_changed_at BIGINT,
    -- Set once the archive is pending deletion: when its content goes.
    deleted_at           BIGINT,
    -- How many messages have ever arrived; each message bears the number of its arrival.
    arrivals             BIGINT NOT NULL DEFAULT 0,
    UNIQUE (account, region, name)
);

-- Of archives and address lists, by their ids.
CREATE TABLE mail_tag (
    resource TEXT            NOT NULL,
    name     TEXT ${bytewise} NOT NULL,
    value    TEXT            NOT NULL,
    PRIMARY KEY (resource, name)
) ${clustered};

-- A pack is one object: frames of compressed messages of one archive that were received in one month.
CREATE TABLE mail_pack (
    number   BIGINT  NOT NULL PRIMARY KEY,
    archive  BIGINT  NOT NULL,
    -- Months since the year 0.
    month    INTEGER NOT NULL,
    -- The object's size.
    bytes    BIGINT  NOT NULL,
    -- The messages' bytes as they came: those written, and those that rows still speak of.
    written  BIGINT  NOT NULL,
    live     BIGINT  NOT NULL,
    -- How many rows speak of it, and between which numbers they are.
    messages BIGINT  NOT NULL,
    first    BIGINT  NOT NULL,
    last     BIGINT  NOT NULL
);
CREATE INDEX mail_pack_month ON mail_pack (archive, month);

CREATE TABLE mail_message (
    -- The archive's number and behind it, in 40 bits, the number of the arrival.
    number      ${rowid} NOT NULL PRIMARY KEY,
    archive     BIGINT   NOT NULL,
    received_at BIGINT   NOT NULL,
    -- Where its bytes are: the frame in the pack's object, and the place in the frame's content.
    pack        BIGINT   NOT NULL,
    frame       BIGINT   NOT NULL,
    frame_bytes BIGINT   NOT NULL,
    position    BIGINT   NOT NULL,
    size        BIGINT   NOT NULL,
    sha256      BYTEA    NOT NULL,
    -- The hash's first eight bytes, to find equal messages by a small index.
    content     BIGINT   NOT NULL,
    attachments INTEGER  NOT NULL,
    -- What was read in its headers and is known of its delivery: JSON, compressed.
    document    BYTEA    NOT NULL
);
-- Searches go through an archive by this, newest first.
CREATE INDEX mail_message_time ON mail_message (archive, received_at, number);
CREATE INDEX mail_message_content ON mail_message (archive, content);
