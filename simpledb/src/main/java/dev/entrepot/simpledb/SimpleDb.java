package dev.entrepot.simpledb;

import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.RowRemoval;
import dev.entrepot.simpledb.classic.ClassicApi;
import dev.entrepot.simpledb.domain.DomainRemoval;
import dev.entrepot.simpledb.domain.Settler;
import dev.entrepot.simpledb.export.Exports;
import dev.entrepot.simpledb.load.Imports;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Migrations;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.http.Endpoint;
import java.time.InstantSource;
import java.util.List;

/** SimpleDB as a part: its tables, its kinds of job, its endpoints. */
public final class SimpleDb {
    /** The tables the database must have. */
    public static final Migrations MIGRATIONS = Migrations.of("simpledb", "V1__domains_and_items.sql");

    private final Database database;
    private final SimpleDbLimits limits;
    private final RowRemoval removal;
    private final Settler settler;
    private final ClassicApi classic;
    private final Exports exports;
    private final Imports imports;

    public SimpleDb(Database database, ObjectStore objects, InstantSource clock, SimpleDbLimits limits) {
        this.database = database;
        this.limits = limits;
        this.removal = DomainRemoval.kind(clock);
        this.settler = new Settler(database, clock);
        this.classic = new ClassicApi(database, clock, limits.domains(), removal, settler);
        this.exports = new Exports(database, objects, clock);
        this.imports = new Imports(objects, clock, limits.domains(), settler);
    }

    /** Brings into the index what is written; it is started and closed as a part of its own. */
    public Settler settler() {
        return settler;
    }

    public List<JobKind<?, ?, ?>> jobKinds() {
        return List.of(exports.kind(), imports.kind(), removal);
    }

    /** @param jobs an engine that knows {@link #jobKinds()} */
    public List<Endpoint> endpoints(Jobs jobs, Authenticator authenticator, Authorizer authorizer) {
        var pageTokens = PageTokens.of(database);
        return List.of(
                exports.endpoint(jobs, authenticator, authorizer, pageTokens, limits.exports()),
                imports.endpoint(jobs, authenticator, authorizer),
                classic.endpoint(jobs, exports.active(jobs), authenticator, authorizer, pageTokens));
    }
}
