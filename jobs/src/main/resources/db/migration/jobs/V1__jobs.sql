-- A job: what was asked for, how far it has come, how it ended. The counts stand here once it has ended.
CREATE TABLE job (
    id              TEXT NOT NULL PRIMARY KEY,
    account         TEXT NOT NULL,
    region          TEXT NOT NULL,
    kind            TEXT NOT NULL,
    subject         TEXT NOT NULL,
    request         TEXT NOT NULL,
    state           TEXT NOT NULL,
    requested_at    BIGINT NOT NULL,
    cutoff          BIGINT,
    started_at      BIGINT,
    ended_at        BIGINT,
    total_records   BIGINT NOT NULL DEFAULT 0,
    total_bytes     BIGINT NOT NULL DEFAULT 0,
    open_parts      INT NOT NULL DEFAULT 0,
    done_records    BIGINT NOT NULL DEFAULT 0,
    done_failed     BIGINT NOT NULL DEFAULT 0,
    done_bytes      BIGINT NOT NULL DEFAULT 0,
    failure_code    TEXT,
    failure_message TEXT
);

CREATE INDEX job_by_time ON job (account, region, kind, requested_at, id);
CREATE INDEX job_by_subject ON job (account, region, kind, subject, requested_at, id);

-- The parts of a job that has been planned and has not ended. "done" was committed with the checkpoint, "live" is the present
-- attempt's own report. A row that is gone, or has another attempt, refuses whatever an earlier run still wants to commit.
CREATE TABLE job_part (
    job_id       TEXT NOT NULL,
    number       INT NOT NULL,
    request      TEXT NOT NULL,
    open         INT NOT NULL DEFAULT 1,
    attempt      INT NOT NULL DEFAULT 0,
    checkpoint   TEXT,
    result       TEXT,
    done_records BIGINT NOT NULL DEFAULT 0,
    done_failed  BIGINT NOT NULL DEFAULT 0,
    done_bytes   BIGINT NOT NULL DEFAULT 0,
    live_records BIGINT NOT NULL DEFAULT 0,
    live_failed  BIGINT NOT NULL DEFAULT 0,
    live_bytes   BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (job_id, number)
) ${clustered};

-- db-scheduler's own tables, one a queue: steps (plan, finish) never wait behind parts.
CREATE TABLE scheduled_steps (
    task_name            TEXT NOT NULL,
    task_instance        TEXT NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMP WITH TIME ZONE NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP WITH TIME ZONE,
    last_failure         TIMESTAMP WITH TIME ZONE,
    consecutive_failures INT,
    last_heartbeat       TIMESTAMP WITH TIME ZONE,
    version              BIGINT NOT NULL,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_steps_due ON scheduled_steps (execution_time);
CREATE INDEX scheduled_steps_heartbeat ON scheduled_steps (last_heartbeat);

CREATE TABLE scheduled_parts (
    task_name            TEXT NOT NULL,
    task_instance        TEXT NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMP WITH TIME ZONE NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP WITH TIME ZONE,
    last_failure         TIMESTAMP WITH TIME ZONE,
    consecutive_failures INT,
    last_heartbeat       TIMESTAMP WITH TIME ZONE,
    version              BIGINT NOT NULL,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_parts_due ON scheduled_parts (execution_time);
CREATE INDEX scheduled_parts_heartbeat ON scheduled_parts (last_heartbeat);
