package dev.entrepot.server.configuration;

/** Whose quotas hold: wide ones for one's own machine, or AWS's documented ones. */
public enum Limits {
    SELFHOSTED,
    AWS
}
