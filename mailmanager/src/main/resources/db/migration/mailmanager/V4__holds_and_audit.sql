-- Legal holds. A released one stays, as a record, until its archive is gone.
CREATE TABLE mail_hold (
    number      BIGINT NOT NULL PRIMARY KEY,
    archive     BIGINT NOT NULL,
    id          TEXT   NOT NULL UNIQUE,
    reason      TEXT   NOT NULL,
    -- Holds what was received from the one moment to the other, also what is still to come.
    from_at     BIGINT,
    to_at       BIGINT,
    -- With these, and without the moments, it holds the messages in mail_held_message alone.
    filters     TEXT,
    placed_by   TEXT   NOT NULL,
    placed_at   BIGINT NOT NULL,
    released_by TEXT,
    released_at BIGINT
);
CREATE INDEX mail_hold_archive ON mail_hold (archive, number);

CREATE TABLE mail_held_message (
    message BIGINT NOT NULL,
    hold    BIGINT NOT NULL,
    PRIMARY KEY (message, hold)
) ${clustered};
CREATE INDEX mail_held_message_hold ON mail_held_message (hold);

-- What was done with archives. Rows are added and never changed or deleted, and outlive their archive.
CREATE TABLE mail_audit (
    archive     TEXT   NOT NULL,
    -- From 1, without gaps in an archive: a missing row shows.
    number      BIGINT NOT NULL,
    account     TEXT   NOT NULL,
    region      TEXT   NOT NULL,
    recorded_at BIGINT NOT NULL,
    access_key  TEXT   NOT NULL,
    action      TEXT   NOT NULL,
    -- A JSON object of texts.
    details     TEXT   NOT NULL,
    items       BIGINT,
    PRIMARY KEY (archive, number)
) ${clustered};

CREATE TABLE mail_audit_end (
    archive TEXT   NOT NULL PRIMARY KEY,
    last    BIGINT NOT NULL
);
