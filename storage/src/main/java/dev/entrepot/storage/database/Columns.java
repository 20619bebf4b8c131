package dev.entrepot.storage.database;

import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** How Java values that the two databases store differently are kept in columns both have. */
public final class Columns {
    private Columns() {}

    /** What an {@code Instant} is in its column, for those who write rows by the hundred thousand with plain JDBC. */
    public static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static Jdbi register(Jdbi jdbi) {
        // Messages end in logs, where no one's data belong.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi.registerArgument(new Instants())
                .registerArgument(new Uuids())
                .registerColumnMapper(Instant.class, (row, column, context) -> {
                    long micros = row.getLong(column);
                    return row.wasNull() ? null : instant(micros);
                });
    }

    private static final class Instants extends AbstractArgumentFactory<Instant> {
        Instants() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            long micros = micros(value);
            return (position, statement, context) -> statement.setLong(position, micros);
        }
    }

    /** As text: PostgreSQL would send its own uuid type, which a TEXT column refuses. */
    private static final class Uuids extends AbstractArgumentFactory<UUID> {
        Uuids() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, value.toString());
        }
    }
}
