package dev.entrepot.console;

/** A page that says why there is no page. */
record ErrorView(int status, String code, String message) {}
