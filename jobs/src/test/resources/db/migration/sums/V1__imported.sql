-- No unique key: a batch applied twice must show.
CREATE TABLE imported (job_id TEXT NOT NULL, number INT NOT NULL);
