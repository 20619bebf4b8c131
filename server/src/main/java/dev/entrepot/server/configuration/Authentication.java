package dev.entrepot.server.configuration;

/** Whether requests must be signed. */
public enum Authentication {
    /** By Signature Version 4, or Version 2 for classic SimpleDB. */
    SIGV4,
    /** Not at all; for tests, and so on loopback addresses only. */
    OPEN
}
