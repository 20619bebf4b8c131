package dev.entrepot.mailmanager.message;

import dev.entrepot.mailmanager.audit.Audit;
import dev.entrepot.mailmanager.contract.AccessDeniedException;
import dev.entrepot.mailmanager.contract.Envelope;
import dev.entrepot.mailmanager.contract.GetArchiveMessageContentRequest;
import dev.entrepot.mailmanager.contract.GetArchiveMessageContentResponse;
import dev.entrepot.mailmanager.contract.GetArchiveMessageRequest;
import dev.entrepot.mailmanager.contract.GetArchiveMessageResponse;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.MessageBody;
import dev.entrepot.mailmanager.contract.Metadata;
import dev.entrepot.mailmanager.contract.ValidationException;
import dev.entrepot.mailmanager.message.Messages.Found;
import dev.entrepot.mailmanager.mime.MessageReader;
import dev.entrepot.mailmanager.mime.MessageText;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.util.List;

/** The operations on single messages (dossier, section 1.4). */
public final class MessageService {
    private final Access access;
    private final Messages messages;
    private final DownloadLinks links;
    private final Audit audit;

    public MessageService(Access access, Messages messages, DownloadLinks links, Audit audit) {
        this.access = access;
        this.messages = messages;
        this.links = links;
        this.audit = audit;
    }

    public List<BoundOperation<?, ?>> operations() {
        return List.of(
                new BoundOperation<>(MailManagerSvc.GET_ARCHIVE_MESSAGE, this::getArchiveMessage),
                new BoundOperation<>(MailManagerSvc.GET_ARCHIVE_MESSAGE_CONTENT, this::getArchiveMessageContent));
    }

    private GetArchiveMessageResponse getArchiveMessage(GetArchiveMessageRequest input, RequestContext context) {
        Found found = find("GetArchiveMessage", input.archivedMessageId(), context);
        MessageRow message = found.message();
        audit.messageRead(context.caller(), found.archive().id(), message.id().toString());
        Delivery delivery = message.document().delivery();
        return GetArchiveMessageResponse.builder()
                .messageDownloadLink(links.link(context.caller(), context.host(), message.id())
                        .toString())
                .metadata(metadata(message, delivery))
                .envelope(delivery.envelope().map(MessageService::envelope))
                .build();
    }

    private static Metadata metadata(MessageRow message, Delivery delivery) {
        return Metadata.builder()
                .timestamp(message.id().received())
                .ingressPointId(delivery.fact(DeliveryFact.INGRESS_POINT_ID))
                .trafficPolicyId(delivery.fact(DeliveryFact.TRAFFIC_POLICY_ID))
                .ruleSetId(delivery.fact(DeliveryFact.RULE_SET_ID))
                .senderHostname(delivery.fact(DeliveryFact.SENDER_HOSTNAME))
                .senderIpAddress(delivery.fact(DeliveryFact.SENDER_IP_ADDRESS))
                .tlsCipherSuite(delivery.fact(DeliveryFact.TLS_CIPHER_SUITE))
                .tlsProtocol(delivery.fact(DeliveryFact.TLS_PROTOCOL))
                .sendingMethod(delivery.fact(DeliveryFact.SENDING_METHOD))
                .sourceIdentity(delivery.fact(DeliveryFact.SOURCE_IDENTITY))
                .sendingPool(delivery.fact(DeliveryFact.SENDING_POOL))
                .configurationSet(delivery.fact(DeliveryFact.CONFIGURATION_SET))
                .sourceArn(delivery.fact(DeliveryFact.SOURCE_ARN))
                .build();
    }

    private static Envelope envelope(Delivery.Envelope envelope) {
        return Envelope.builder()
                .helo(envelope.helo())
                .from(envelope.from())
                .to(envelope.to())
                .build();
    }

    private GetArchiveMessageContentResponse getArchiveMessageContent(
            GetArchiveMessageContentRequest input, RequestContext context) {
        Found found = find("GetArchiveMessageContent", input.archivedMessageId(), context);
        audit.messageContentRead(
                context.caller(), found.archive().id(), found.message().id().toString());
        MessageText text = text(found);
        return GetArchiveMessageContentResponse.builder()
                .body(MessageBody.builder()
                        .text(text.plain())
                        .html(text.html())
                        .messageMalformed(text.malformed())
                        .build())
                .build();
    }

    private MessageText text(Found found) {
        try {
            return messages.read(found, MessageReader::text);
        } catch (ObjectRequestFailed failed) {
            if (failed.error().source() == ObjectError.Source.KMS) {
                throw new AccessDeniedException("The archive's KMS key cannot be used.");
            }
            throw failed;
        }
    }

    /** Another account's message is as unknown as one that never was. */
    private Found find(String operation, String id, RequestContext context) {
        Found found = MessageId.parse(id)
                .flatMap(messages::find)
                .filter(message -> message.archive().owner().equals(Access.owner(context)))
                .orElseThrow(() -> new ValidationException("There is no archived message " + shown(id) + "."));
        access.checkArchive(context, operation, found.archive().id());
        return found;
    }

    private static String shown(String id) {
        return id.length() <= 100 ? id : id.substring(0, 100) + "...";
    }
}
