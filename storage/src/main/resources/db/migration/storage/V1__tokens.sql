-- Secrets of this installation, made on first use.
CREATE TABLE installation_secret (
    name   TEXT NOT NULL PRIMARY KEY,
    secret BYTEA NOT NULL
) ${clustered};

-- Idempotency tokens of requests: the same token again within its window is the same request.
CREATE TABLE client_token (
    account     TEXT NOT NULL,
    region      TEXT NOT NULL,
    scope       TEXT NOT NULL,
    token       TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    value       TEXT NOT NULL,
    expires_at  BIGINT NOT NULL,
    PRIMARY KEY (account, region, scope, token)
) ${clustered};

CREATE INDEX client_token_expiry ON client_token (expires_at);
