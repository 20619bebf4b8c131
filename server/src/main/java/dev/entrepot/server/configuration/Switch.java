package dev.entrepot.server.configuration;

/** What is there or not. */
public enum Switch {
    ON,
    OFF
}
