package dev.entrepot.mailmanager.search;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailure;
import dev.entrepot.jobs.JobState;
import dev.entrepot.mailmanager.contract.Envelope;
import dev.entrepot.mailmanager.contract.GetArchiveSearchResponse;
import dev.entrepot.mailmanager.contract.Row;
import dev.entrepot.mailmanager.contract.SearchState;
import dev.entrepot.mailmanager.contract.SearchStatus;
import dev.entrepot.mailmanager.contract.SearchSummary;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.DeliveryFact;
import dev.entrepot.mailmanager.mime.MessageSummary;
import dev.entrepot.mailmanager.mime.SummaryHeader;
import dev.entrepot.mailmanager.search.SearchStore.Hit;

/** Searches as answers have them (dossier, sections 1.2 and 2.6). */
final class SearchAnswers {
    private SearchAnswers() {}

    static GetArchiveSearchResponse full(Job<SearchRequest> job) {
        SearchRequest request = job.request();
        return GetArchiveSearchResponse.builder()
                .archiveId(job.subject())
                .filters(request.criteria().askedFilters())
                .fromTimestamp(request.criteria().fromTimestamp())
                .toTimestamp(request.criteria().toTimestamp())
                .maxResults(request.maxResults())
                .status(status(job))
                .build();
    }

    static SearchSummary summary(Job<SearchRequest> job) {
        return SearchSummary.builder()
                .searchId(job.id().toString())
                .status(status(job))
                .build();
    }

    private static SearchStatus status(Job<SearchRequest> job) {
        return SearchStatus.builder()
                .submissionTimestamp(job.requestedAt())
                .completionTimestamp(job.endedAt())
                .state(state(job.state()))
                .errorMessage(job.failure().map(JobFailure::message))
                .build();
    }

    private static SearchState state(JobState state) {
        return switch (state) {
            case QUEUED -> SearchState.QUEUED;
            case PREPARING, RUNNING -> SearchState.RUNNING;
            case SUCCEEDED -> SearchState.COMPLETED;
            case FAILED -> SearchState.FAILED;
            case CANCELLED -> SearchState.CANCELLED;
        };
    }

    static Row row(Hit hit) {
        MessageSummary summary = hit.document().summary();
        Delivery delivery = hit.document().delivery();
        var row = Row.builder()
                .archivedMessageId(hit.id().toString())
                .receivedTimestamp(hit.id().received())
                .date(summary.header(SummaryHeader.DATE))
                .to(summary.header(SummaryHeader.TO))
                .from(summary.header(SummaryHeader.FROM))
                .cc(summary.header(SummaryHeader.CC))
                .subject(summary.header(SummaryHeader.SUBJECT))
                .messageId(summary.header(SummaryHeader.MESSAGE_ID))
                .hasAttachments(summary.attachments())
                .inReplyTo(summary.header(SummaryHeader.IN_REPLY_TO))
                .xMailer(summary.header(SummaryHeader.X_MAILER))
                .xOriginalMailer(summary.header(SummaryHeader.X_ORIGINAL_MAILER))
                .xPriority(summary.header(SummaryHeader.X_PRIORITY))
                .ingressPointId(delivery.fact(DeliveryFact.INGRESS_POINT_ID))
                .senderHostname(delivery.fact(DeliveryFact.SENDER_HOSTNAME))
                .senderIpAddress(delivery.fact(DeliveryFact.SENDER_IP_ADDRESS))
                .envelope(delivery.envelope().map(SearchAnswers::envelope))
                .sourceArn(delivery.fact(DeliveryFact.SOURCE_ARN));
        return summary.received().isEmpty()
                ? row.build()
                : row.receivedHeaders(summary.received()).build();
    }

    private static Envelope envelope(Delivery.Envelope envelope) {
        return Envelope.builder()
                .helo(envelope.helo())
                .from(envelope.from())
                .to(envelope.to())
                .build();
    }
}
