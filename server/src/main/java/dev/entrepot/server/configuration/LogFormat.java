package dev.entrepot.server.configuration;

/** How a server logs. */
public enum LogFormat {
    TEXT,
    JSON
}
