package dev.entrepot.server.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One thing a person can tell the program to do. Built in code: annotations would cost reflection at every start. */
interface Command {
    CommandSpec spec();

    /** What could not be done is thrown. */
    void run(ParseResult given, Surroundings surroundings);
}
