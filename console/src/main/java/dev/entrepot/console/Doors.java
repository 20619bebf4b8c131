package dev.entrepot.console;

import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.Credentials;
import java.util.Optional;

/**
 * Who may come in, and how.
 *
 * @param database keeps the secret that sessions are sealed with
 * @param region that log-in offers
 * @param anyone whom visitors are taken for who need not log in; empty when they must
 */
public record Doors(Database database, Credentials credentials, String region, Optional<Caller> anyone) {}
