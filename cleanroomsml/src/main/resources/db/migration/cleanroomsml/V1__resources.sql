-- Datasets, models, configured models, generation jobs and export jobs. A generation job that one account started on another's model,
-- and each of its exports, has a row of the same id in either; the copied one is that of the account which did not start it. Parent is
-- the id of the resource it depends on. A name is unique in its scope: an export's is its generation job, the others' is empty. Request
-- is the request that made it, document what its type keeps besides, result what came of its job.
CREATE TABLE cleanroomsml_resource (
    id             TEXT   NOT NULL,
    account        TEXT   NOT NULL,
    region         TEXT   NOT NULL,
    type           TEXT   NOT NULL,
    scope          TEXT   NOT NULL,
    name           TEXT ${bytewise} NOT NULL,
    parent         TEXT   NOT NULL,
    copied         BOOLEAN NOT NULL,
    status         TEXT   NOT NULL,
    status_code    TEXT,
    status_message TEXT,
    request        TEXT   NOT NULL,
    document       TEXT   NOT NULL,
    result         TEXT   NOT NULL,
    tags           TEXT   NOT NULL,
    created_at     BIGINT NOT NULL,
    updated_at     BIGINT NOT NULL,
    PRIMARY KEY (id, account),
    UNIQUE (account, region, type, scope, name)
);
CREATE INDEX cleanroomsml_resource_latest ON cleanroomsml_resource (account, region, type, created_at, id);
CREATE INDEX cleanroomsml_resource_child ON cleanroomsml_resource (parent);

CREATE TABLE cleanroomsml_policy (
    configured_model_id TEXT NOT NULL PRIMARY KEY,
    policy              TEXT NOT NULL
);
