package dev.entrepot.server.progress;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
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
 * Answers {@code GET /_entrepot/jobs/ID} to the job's own account, signed by Signature Version 4 for the service
 * {@code entrepot}: 200 with state, records and bytes, and of a failed job why; 403 unsigned, 404 for a job that is unknown or another
 * account's.
 */
public final class ProgressEndpoint implements Endpoint {
    private static final String PATH = "/_entrepot/jobs/";
    private static final SignatureRules SIGNATURE = SignatureRules.version4("entrepot");

    private final Jobs jobs;
    private final Authenticator authenticator;
    private final Authorizer authorizer;

    public ProgressEndpoint(Jobs jobs, Authenticator authenticator, Authorizer authorizer) {
        this.jobs = jobs;
        this.authenticator = authenticator;
        this.authorizer = authorizer;
    }

    @Override
    public Optional<Claim> claim(HttpRequest head) {
        boolean ours = head.method().equals("GET") && head.rawPath().startsWith(PATH);
        return ours ? Optional.of(new ProgressClaim()) : Optional.empty();
    }

    private final class ProgressClaim implements Claim {
        @Override
        public BodyLimit bodyLimit() {
            return BodyLimit.NO_BODY;
        }

        @Override
        public HttpResponse handle(HttpRequest request) {
            try {
                return answer(
                        authenticator.verify(request, SIGNATURE),
                        request.rawPath().substring(PATH.length()));
            } catch (NotAuthenticated | AccessDenied refused) {
                return json(403, "{\"message\":\"This page is for signed requests of the job's own account.\"}");
            }
        }

        @Override
        public HttpResponse refuse(BodyFailure why) {
            return json(413, "{\"message\":\"This page takes no body.\"}");
        }
    }

    private HttpResponse answer(Caller caller, String id) {
        var owner = new Owner(caller.account(), caller.region());
        authorizer.check(
                caller, "entrepot:GetJob", "arn:aws:entrepot:" + owner.region() + ":" + owner.account() + ":job/" + id);
        return JobId.parse(id)
                .flatMap(job -> jobs.find(owner, job))
                .map(job -> json(200, describe(job)))
                .orElseGet(() -> json(404, "{\"message\":\"There is no such job.\"}"));
    }

    private static String describe(Job<?> job) {
        ObjectNode page = JsonNodeFactory.instance
                .objectNode()
                .put("id", job.id().toString())
                .put("kind", job.kind())
                .put("state", job.state().name());
        page.set("done", counts(job.done()));
        page.set("expected", counts(job.expected()));
        job.failure()
                .ifPresent(failure ->
                        page.putObject("failure").put("code", failure.code()).put("message", failure.message()));
        return page.toString();
    }

    private static ObjectNode counts(Counts counts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("records", counts.records())
                .put("failed", counts.failed())
                .put("bytes", counts.bytes());
    }

    private static HttpResponse json(int status, String body) {
        return new HttpResponse(
                status,
                Headers.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                (body + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
