-- Lists count up here, because SQLite and PostgreSQL spell generated keys differently.
CREATE TABLE sesv2_sequence (
    last BIGINT NOT NULL
);
INSERT INTO sesv2_sequence (last) VALUES (0);

-- Topics and tags are short and always read with their list: JSON arrays as the API has them.
CREATE TABLE sesv2_contact_list (
    id          BIGINT NOT NULL PRIMARY KEY,
    account     TEXT   NOT NULL,
    region      TEXT   NOT NULL,
    name        TEXT ${bytewise} NOT NULL,
    description TEXT,
    topics      TEXT   NOT NULL,
    tags        TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    updated_at  BIGINT NOT NULL,
    UNIQUE (account, region, name)
);

-- Made for loading in the order of the key: one row a contact, no index beside the key. Preferences are texts such as
-- '+Sports -Cycling' for OPT_IN and OPT_OUT, empty for none.
CREATE TABLE sesv2_contact (
    list_id         BIGINT  NOT NULL,
    address         TEXT ${bytewise} NOT NULL,
    unsubscribe_all BOOLEAN NOT NULL,
    preferences     TEXT    NOT NULL,
    attributes      TEXT,
    created_at      BIGINT  NOT NULL,
    updated_at      BIGINT  NOT NULL,
    PRIMARY KEY (list_id, address)
) ${clustered};

-- The message and the feedback that put an address here; neither when a request or an import did.
CREATE TABLE sesv2_suppressed_destination (
    account     TEXT   NOT NULL,
    region      TEXT   NOT NULL,
    address     TEXT ${bytewise} NOT NULL,
    reason      TEXT   NOT NULL,
    message_id  TEXT,
    feedback_id TEXT,
    updated_at  BIGINT NOT NULL,
    PRIMARY KEY (account, region, address)
) ${clustered};

-- The failed records of imports under way, a row a batch, in the two spellings in which they are written down at the end.
-- Position is the batch's first byte in its file; -1 is for what the files begin with.
CREATE TABLE sesv2_import_reject (
    job_id    TEXT   NOT NULL,
    position  BIGINT NOT NULL,
    explained BYTEA  NOT NULL,
    raw       BYTEA  NOT NULL,
    PRIMARY KEY (job_id, position)
);
