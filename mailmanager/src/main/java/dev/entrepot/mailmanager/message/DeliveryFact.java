package dev.entrepot.mailmanager.message;

/** What may be known of how a message came, by the names in the API's {@code Metadata} (dossier, sections 1.4 and 4.1). */
public enum DeliveryFact {
    INGRESS_POINT_ID("IngressPointId"),
    TRAFFIC_POLICY_ID("TrafficPolicyId"),
    RULE_SET_ID("RuleSetId"),
    SENDER_HOSTNAME("SenderHostname"),
    SENDER_IP_ADDRESS("SenderIpAddress"),
    TLS_CIPHER_SUITE("TlsCipherSuite"),
    TLS_PROTOCOL("TlsProtocol"),
    SENDING_METHOD("SendingMethod"),
    SOURCE_IDENTITY("SourceIdentity"),
    SENDING_POOL("SendingPool"),
    CONFIGURATION_SET("ConfigurationSet"),
    SOURCE_ARN("SourceArn"),
    /** Ours: what the time of receipt was taken from, when a message was loaded. */
    RECEIVED_TIME_SOURCE("ReceivedTimeSource");

    private final String member;

    DeliveryFact(String member) {
        this.member = member;
    }

    public String member() {
        return member;
    }
}
