CREATE TABLE mail_address_list (
    -- From the sequence that archives are numbered from.
    number     BIGINT NOT NULL PRIMARY KEY,
    account    TEXT   NOT NULL,
    region     TEXT   NOT NULL,
    id         TEXT   NOT NULL UNIQUE,
    name       TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    -- How many rows of mail_address are its own.
    members    BIGINT NOT NULL DEFAULT 0,
    UNIQUE (account, region, name)
);

CREATE TABLE mail_address (
    list       BIGINT           NOT NULL,
    -- In lower case, for members are compared without regard to it.
    folded     TEXT ${bytewise} NOT NULL,
    -- As it was first registered.
    address    TEXT             NOT NULL,
    created_at BIGINT           NOT NULL,
    PRIMARY KEY (list, folded)
) ${clustered};

CREATE TABLE mail_address_import (
    number     BIGINT NOT NULL PRIMARY KEY,
    list       BIGINT NOT NULL,
    id         TEXT   NOT NULL UNIQUE,
    name       TEXT   NOT NULL,
    type       TEXT   NOT NULL,
    status     TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    ended_at   BIGINT,
    -- Items of the file: those that are members now, whether they had been before or not, and those that are no addresses.
    imported   BIGINT NOT NULL DEFAULT 0,
    failed     BIGINT NOT NULL DEFAULT 0,
    -- Why it failed, if it did.
    error      TEXT,
    -- The bulk job that does it, once it is started.
    job        TEXT
);
CREATE INDEX mail_address_import_list ON mail_address_import (list, number);
