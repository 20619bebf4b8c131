-- Events are taken in by batches, which count up in each account and region: an export sees all up to one of them.
CREATE TABLE sesv2_event_batch (
    account TEXT   NOT NULL,
    region  TEXT   NOT NULL,
    last    BIGINT NOT NULL,
    PRIMARY KEY (account, region)
);

-- What happened to a message on its way to one recipient, a row an event, never changed. Each has what its record told of the
-- message, so that one range of the key is all an export reads. The digest is of whatever tells one event from another.
CREATE TABLE sesv2_event (
    account           TEXT   NOT NULL,
    region            TEXT   NOT NULL,
    sent_at           BIGINT NOT NULL,
    message_id        TEXT ${bytewise} NOT NULL,
    recipient         TEXT ${bytewise} NOT NULL,
    digest            TEXT ${bytewise} NOT NULL,
    batch             BIGINT NOT NULL,
    type              TEXT   NOT NULL,
    occurred_at       BIGINT NOT NULL,
    sub_type          TEXT   NOT NULL,
    diagnostic_code   TEXT   NOT NULL,
    from_address      TEXT   NOT NULL,
    identity          TEXT   NOT NULL,
    configuration_set TEXT   NOT NULL,
    subject           TEXT   NOT NULL,
    recipients        INT    NOT NULL,
    PRIMARY KEY (account, region, sent_at, message_id, recipient, digest)
) ${clustered};

-- How many records of an export stand in its file; known at its end.
CREATE TABLE sesv2_export (
    job_id   TEXT   NOT NULL PRIMARY KEY,
    exported BIGINT NOT NULL
);
