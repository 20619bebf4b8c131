package dev.entrepot.server.progress;

import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobNotStoppable;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.Owner;
import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.NotAuthenticated;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.http.BodyFailure;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The jobs of the caller's own account and region, signed by Signature Version 4 for the service {@code entrepot}:
 * {@code GET /_entrepot/jobs} lists them, latest first ({@link JobQuery} has the parameters), {@code GET /_entrepot/jobs/ID} shows one, and
 * {@code POST /_entrepot/jobs/ID/stop} ends one and shows how it then is. 400 for parameters that are none, 403 unsigned, 404 for a
 * job that is unknown or another account's, 409 for one that may not be stopped.
 */
public final class JobsEndpoint implements Endpoint {
    private static final String PATH = "/_entrepot/jobs";
    private static final String STOP = "/stop";
    private static final SignatureRules SIGNATURE = SignatureRules.version4("entrepot");

    private final Jobs jobs;
    private final Authenticator authenticator;
    private final Authorizer authorizer;
    private final JobNames names;

    public JobsEndpoint(Jobs jobs, Authenticator authenticator, Authorizer authorizer, JobNames names) {
        this.jobs = jobs;
        this.authenticator = authenticator;
        this.authorizer = authorizer;
        this.names = names;
    }

    private interface Action {
        HttpResponse answer(HttpRequest request, Caller caller);
    }

    @Override
    public Optional<Claim> claim(HttpRequest head) {
        String path = head.rawPath();
        boolean get = head.method().equals("GET");
        if (get && path.equals(PATH)) {
            return Optional.of(new JobsClaim(this::list));
        }
        if (get && path.startsWith(PATH + "/")) {
            return Optional.of(new JobsClaim((_, caller) -> show(caller, path.substring(PATH.length() + 1))));
        }
        if (head.method().equals("POST") && path.startsWith(PATH + "/") && path.endsWith(STOP)) {
            String id = path.substring(PATH.length(), path.length() - STOP.length());
            return Optional.of(new JobsClaim((_, caller) -> stop(caller, id.isEmpty() ? id : id.substring(1))));
        }
        return Optional.empty();
    }

    private final class JobsClaim implements Claim {
        private final Action action;

        JobsClaim(Action action) {
            this.action = action;
        }

        @Override
        public BodyLimit bodyLimit() {
            return BodyLimit.NO_BODY;
        }

        @Override
        public HttpResponse handle(HttpRequest request) {
            try {
                return action.answer(request, authenticator.verify(request, SIGNATURE));
            } catch (NotAuthenticated | AccessDenied refused) {
                return refusal(403, "This page is for signed requests of the job's own account.");
            }
        }

        @Override
        public HttpResponse refuse(BodyFailure why) {
            return refusal(413, "This page takes no body.");
        }
    }

    private HttpResponse list(HttpRequest request, Caller caller) {
        Owner owner = authorized(caller, "entrepot:ListJobs", "*");
        return JobQuery.parse(request.rawQuery())
                .map(query -> json(
                        200,
                        JobPages.list(
                                jobs.latest(owner, query.active(), query.before(), query.limit()), query.limit())))
                .orElseGet(() -> refusal(400, JobQuery.RIGHT));
    }

    private HttpResponse show(Caller caller, String id) {
        Owner owner = authorized(caller, "entrepot:GetJob", id);
        return named(owner, id)
                .flatMap(job -> jobs.find(owner, job))
                .map(job -> json(200, JobPages.show(job)))
                .orElseGet(JobsEndpoint::unknown);
    }

    private HttpResponse stop(Caller caller, String id) {
        Owner owner = authorized(caller, "entrepot:StopJob", id);
        try {
            return named(owner, id)
                    .flatMap(job -> jobs.stop(owner, job))
                    .map(job -> json(200, JobPages.show(job)))
                    .orElseGet(JobsEndpoint::unknown);
        } catch (JobNotStoppable e) {
            return refusal(409, e.getMessage());
        }
    }

    private Optional<JobId> named(Owner owner, String id) {
        return JobId.parse(id).or(() -> names.find(owner, id));
    }

    private Owner authorized(Caller caller, String action, String job) {
        var owner = new Owner(caller.account(), caller.region());
        authorizer.check(caller, action, "arn:aws:entrepot:" + owner.region() + ":" + owner.account() + ":job/" + job);
        return owner;
    }

    private static HttpResponse unknown() {
        return refusal(404, "There is no such job.");
    }

    private static HttpResponse refusal(int status, String message) {
        return json(status, JobPages.refusal(message));
    }

    private static HttpResponse json(int status, String body) {
        return new HttpResponse(
                status,
                Headers.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                (body + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
