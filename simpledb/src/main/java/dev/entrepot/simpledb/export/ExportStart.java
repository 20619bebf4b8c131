package dev.entrepot.simpledb.export;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.Submission;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.export.contract.ConflictException;
import dev.entrepot.simpledb.export.contract.InvalidParameterCombinationException;
import dev.entrepot.simpledb.export.contract.NoSuchDomainException;
import dev.entrepot.simpledb.export.contract.NumberExportsLimitExceeded;
import dev.entrepot.simpledb.export.contract.S3SseAlgorithm;
import dev.entrepot.simpledb.export.contract.StartDomainExportRequest;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.token.ClientToken;
import dev.entrepot.storage.token.ClientTokens;
import dev.entrepot.storage.token.ClientTokens.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Accepts exports. Token, quota and job are one transaction, so of any number of equal calls one makes a job; a replay is
 * answered before the domain and the quota are looked at, so a retry is always safe (SimpleDB dossier, sections 1.2 and 1.8).
 */
final class ExportStart {
    private static final Duration TOKEN_WINDOW = Duration.ofHours(8);

    private final Jobs jobs;
    private final ExportJob kind;
    private final ClientTokens tokens;
    private final InstantSource clock;
    private final ExportLimits limits;

    ExportStart(Jobs jobs, ExportJob kind, ClientTokens tokens, InstantSource clock, ExportLimits limits) {
        this.jobs = jobs;
        this.kind = kind;
        this.tokens = tokens;
        this.clock = clock;
        this.limits = limits;
    }

    Job<ExportRequest> start(Owner owner, StartDomainExportRequest input) {
        boolean kms = input.s3SseAlgorithm().filter(S3SseAlgorithm.KMS::equals).isPresent();
        if (input.s3SseKmsKeyId().isPresent() && !kms) {
            throw new InvalidParameterCombinationException(
                    "Parameter S3SseKmsKeyId must be provided only when S3SseAlgorithm is KMS.");
        }
        ExportRequest request = request(input);
        JobId id = jobs.submit(submission -> accept(submission, owner, request));
        return jobs.find(owner, kind, id)
                .orElseThrow(() -> new IllegalStateException("Export " + id + " is gone though its token is not"));
    }

    private JobId accept(Submission submission, Owner owner, ExportRequest request) {
        JobId id = JobId.random();
        // The record's text names every member and tells absent from empty: it serves as the fingerprint.
        var token = new ClientToken(owner, "StartDomainExport", request.clientToken(), request.toString());
        return switch (tokens.remember(submission.handle(), token, id.toString(), TOKEN_WINDOW)) {
            case Outcome.Replay(String earlier) -> JobId.parse(earlier).orElseThrow();
            case Outcome.Conflict() ->
                throw new ConflictException("Idempotent request failed due to parameter mismatch.");
            case Outcome.Fresh() -> {
                check(submission, owner, request.domainName());
                submission.add(id, owner, kind, request.domainName(), request);
                yield id;
            }
        };
    }

    private void check(Submission submission, Owner owner, String domainName) {
        DomainStore.find(submission.handle(), owner, domainName)
                .orElseThrow(() -> new NoSuchDomainException("The specified domain does not exist."));
        // Just after the moment that lies a whole window back: an export of that moment counts no longer.
        Instant since = clock.instant().minus(ExportLimits.WINDOW).plusNanos(1_000);
        long ofDomain = jobs.count(submission.handle(), owner, kind, Optional.of(domainName), since);
        long ofAccount = jobs.count(submission.handle(), owner, kind, Optional.empty(), since);
        if (ofDomain >= limits.perDomain() || ofAccount >= limits.perAccount()) {
            throw new NumberExportsLimitExceeded("The export limit was exceeded.");
        }
    }

    private static ExportRequest request(StartDomainExportRequest input) {
        return new ExportRequest(
                input.clientToken().orElseGet(() -> UUID.randomUUID().toString()),
                input.domainName(),
                input.s3Bucket(),
                input.s3KeyPrefix(),
                input.s3SseAlgorithm().map(S3SseAlgorithm::value),
                input.s3SseKmsKeyId(),
                input.s3BucketOwner());
    }
}
