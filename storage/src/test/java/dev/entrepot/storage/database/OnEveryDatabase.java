package dev.entrepot.storage.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once on SQLite and once on PostgreSQL. It takes a {@link TestDatabase}, empty and its own. One that hangs
 * ends with a dump of all threads, see {@code junit-platform.properties}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(EveryDatabase.class)
public @interface OnEveryDatabase {}
