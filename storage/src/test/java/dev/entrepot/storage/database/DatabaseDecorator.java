package dev.entrepot.storage.database;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** A database that does what another does, but for what its tests override. */
public interface DatabaseDecorator extends Database {
    Database real();

    @Override
    default <T> T read(Function<Handle, T> work) {
        return real().read(work);
    }

    @Override
    default <T> T write(Function<Handle, T> work) {
        return real().write(work);
    }

    @Override
    default <T> T writeBatch(Function<Handle, T> work) {
        return real().writeBatch(work);
    }

    @Override
    default boolean writing() {
        return real().writing();
    }

    @Override
    default Dialect dialect() {
        return real().dialect();
    }

    @Override
    default DataSource schedulerConnections() {
        return real().schedulerConnections();
    }

    @Override
    default void close() {
        real().close();
    }
}
