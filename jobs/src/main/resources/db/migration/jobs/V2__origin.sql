-- Who asked for a job: the access key that signed the request, and the request's id.
ALTER TABLE job ADD COLUMN access_key_id TEXT;
ALTER TABLE job ADD COLUMN request_id TEXT;
