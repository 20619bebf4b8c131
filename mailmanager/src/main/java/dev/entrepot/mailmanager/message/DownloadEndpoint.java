package dev.entrepot.mailmanager.message;

import dev.entrepot.mailmanager.audit.Audit;
import dev.entrepot.mailmanager.message.DownloadLinks.Grant;
import dev.entrepot.mailmanager.message.Messages.Found;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.http.BodyFailure;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code GET /_entrepot/messages/ID.eml?grant=…} with the message's exact bytes: 403 when the link has expired or is no
 * link of ours, 404 when the message has gone since.
 */
public final class DownloadEndpoint implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadEndpoint.class);
    private static final byte[] NOTHING = {};

    private final DownloadLinks links;
    private final Messages messages;
    private final Audit audit;

    public DownloadEndpoint(DownloadLinks links, Messages messages, Audit audit) {
        this.links = links;
        this.messages = messages;
        this.audit = audit;
    }

    @Override
    public Optional<Claim> claim(HttpRequest head) {
        boolean ours = head.method().equals("GET") && head.rawPath().startsWith(DownloadLinks.PATH);
        return ours ? Optional.of(new DownloadClaim()) : Optional.empty();
    }

    private final class DownloadClaim implements Claim {
        @Override
        public BodyLimit bodyLimit() {
            return BodyLimit.NO_BODY;
        }

        @Override
        public HttpResponse handle(HttpRequest request) {
            try {
                return answer(request);
            } catch (RuntimeException failure) {
                LOG.error("{} failed", request, failure);
                return text(500, "The message could not be read.");
            }
        }

        @Override
        public HttpResponse refuse(BodyFailure why) {
            return text(413, "This page takes no body.");
        }
    }

    private HttpResponse answer(HttpRequest request) {
        Optional<Grant> grant = links.read(request.rawPath(), request.rawQuery());
        if (grant.isEmpty()) {
            return text(403, "The link has expired or is not valid.");
        }
        try {
            return messages.find(grant.get().message())
                    .map(found -> download(found, grant.get()))
                    .orElseGet(() -> text(404, "The message is not there any more."));
        } catch (ObjectRequestFailed failed) {
            if (failed.error().source() == ObjectError.Source.KMS) {
                return text(403, "The archive's KMS key cannot be used.");
            }
            throw failed;
        }
    }

    /** The log has it before the first byte leaves: rather one that breaks off than one that nobody knows of. */
    private HttpResponse download(Found found, Grant grant) {
        Owner owner = found.archive().owner();
        var caller = new Caller(owner.account(), owner.region(), grant.accessKeyId());
        audit.messageDownloaded(caller, found.archive().id(), grant.message().toString());
        var bytes = new HttpResponse.Rest(messages.open(found), found.message().size());
        return new HttpResponse(200, headers(grant.message()), NOTHING, Optional.of(bytes));
    }

    private static Headers headers(MessageId id) {
        return Headers.of(
                "Content-Type",
                "message/rfc822",
                "Content-Disposition",
                "attachment; filename=\"" + id + ".eml\"",
                "Cache-Control",
                "private, no-store",
                "X-Content-Type-Options",
                "nosniff");
    }

    private static HttpResponse text(int status, String text) {
        return new HttpResponse(
                status,
                Headers.of("Content-Type", "text/plain; charset=utf-8", "Cache-Control", "no-store"),
                (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
