-- Names count up here, because SQLite and PostgreSQL spell generated keys differently.
CREATE TABLE simpledb_sequence (
    last BIGINT NOT NULL
);
INSERT INTO simpledb_sequence (last) VALUES (0);

CREATE TABLE simpledb_domain (
    id       BIGINT NOT NULL PRIMARY KEY,
    account  TEXT   NOT NULL,
    region   TEXT   NOT NULL,
    name     TEXT ${bytewise} NOT NULL,
    -- The number of the latest write; each item bears the number of the write that made it what it is.
    version  BIGINT NOT NULL DEFAULT 0,
    -- How many items there are, and the bytes of their documents.
    items    BIGINT NOT NULL DEFAULT 0,
    bytes    BIGINT NOT NULL DEFAULT 0,
    -- What else DomainMetadata tells: bytes of item names, different attribute names and their bytes, pairs and their values' bytes.
    item_name_bytes      BIGINT NOT NULL DEFAULT 0,
    attribute_names      BIGINT NOT NULL DEFAULT 0,
    attribute_name_bytes BIGINT NOT NULL DEFAULT 0,
    pairs                BIGINT NOT NULL DEFAULT 0,
    value_bytes          BIGINT NOT NULL DEFAULT 0,
    -- Writes come in batches: the open one, up to which the index has them all, and the bytes written since one went there last.
    batch     BIGINT NOT NULL DEFAULT 1,
    settled   BIGINT NOT NULL DEFAULT 0,
    unindexed BIGINT NOT NULL DEFAULT 0,
    UNIQUE (account, region, name)
);
CREATE INDEX simpledb_domain_unindexed ON simpledb_domain (id) WHERE unindexed > 0;

-- The document is the item's line in an export. Names are bytes: they may hold any character, and they sort by their bytes.
CREATE TABLE simpledb_item (
    domain_id BIGINT NOT NULL,
    name      BYTEA  NOT NULL,
    version   BIGINT NOT NULL,
    document  BYTEA  NOT NULL,
    PRIMARY KEY (domain_id, name)
) ${clustered};

-- The attributes that a domain's items have, numbered so that the index can be small. Items have as many pairs as that, or more.
CREATE TABLE simpledb_attribute (
    id        BIGINT NOT NULL PRIMARY KEY,
    domain_id BIGINT NOT NULL,
    name      BYTEA  NOT NULL,
    pairs     BIGINT NOT NULL,
    items     BIGINT NOT NULL,
    UNIQUE (domain_id, name)
);

-- The index that selects are answered from: each pair once, in the order of values, those of unindexed items as they were.
CREATE TABLE simpledb_value (
    attribute_id BIGINT NOT NULL,
    value        BYTEA  NOT NULL,
    item         BYTEA  NOT NULL,
    PRIMARY KEY (attribute_id, value, item)
) ${clustered};

-- Items that were written in a batch, each as it was when that batch was opened: its document and the number of the write that made
-- it, or neither. Of batches that are settled there is only what an open export needs.
CREATE TABLE simpledb_former_item (
    domain_id BIGINT NOT NULL,
    batch     BIGINT NOT NULL,
    name      BYTEA  NOT NULL,
    version   BIGINT,
    document  BYTEA,
    PRIMARY KEY (domain_id, batch, name)
) ${clustered};

-- Domains of which closed batches, from the first to the last, are going into the index, and who does that.
CREATE TABLE simpledb_settling (
    domain_id BIGINT NOT NULL PRIMARY KEY,
    first     BIGINT NOT NULL,
    last      BIGINT NOT NULL,
    settler   TEXT   NOT NULL,
    at        BIGINT NOT NULL
);

-- One name in some hundreds, chosen by its own bytes: a large domain is cut into even ranges without reading it.
CREATE TABLE simpledb_milestone (
    domain_id BIGINT NOT NULL,
    name      BYTEA  NOT NULL,
    PRIMARY KEY (domain_id, name)
) ${clustered};

-- The moment each running export sees: when this batch was opened. An export that has ended is here until its former items are removed.
CREATE TABLE simpledb_cutoff (
    export_id TEXT   NOT NULL PRIMARY KEY,
    domain_id BIGINT NOT NULL,
    batch     BIGINT NOT NULL,
    version   BIGINT NOT NULL,
    at        BIGINT NOT NULL,
    items     BIGINT NOT NULL,
    bytes     BIGINT NOT NULL,
    ended     BOOLEAN NOT NULL
);
CREATE INDEX simpledb_cutoff_domain ON simpledb_cutoff (domain_id);
