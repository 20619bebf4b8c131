-- Signatures are HMACs, so a verifier must have the secret itself; the data directory is private to its user.
CREATE TABLE credential (
    access_key_id TEXT NOT NULL PRIMARY KEY,
    secret_access_key TEXT NOT NULL,
    account TEXT NOT NULL,
    profile TEXT NOT NULL,
    created_ms BIGINT NOT NULL
);

-- However many nodes start at once, one default key pair comes of it.
CREATE UNIQUE INDEX credential_default ON credential (profile) WHERE profile = 'default';
