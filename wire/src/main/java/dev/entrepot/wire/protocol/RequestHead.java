package dev.entrepot.wire.protocol;

import dev.entrepot.wire.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * The facts about a request that routing goes by (wire dossier, section 2.1).
 *
 * @param scopeService the service name in the SigV4 credential scope, in the header or the query; empty when there is none
 */
public record RequestHead(HttpRequest request, Optional<String> scopeService) {
    static final String RPC_V2_CBOR = "rpc-v2-cbor";

    private static final String CREDENTIAL_IN_HEADER = "Credential=";
    private static final String CREDENTIAL_IN_QUERY = "X-Amz-Credential=";

    public static RequestHead of(HttpRequest request) {
        return new RequestHead(request, scopeService(request));
    }

    private static Optional<String> scopeService(HttpRequest request) {
        Optional<String> header = request.header("authorization").filter(value -> value.startsWith("AWS4-"));
        if (header.isPresent()) {
            return fourthField(header.get(), CREDENTIAL_IN_HEADER, "/", ',');
        }
        return fourthField(request.rawQuery(), CREDENTIAL_IN_QUERY, "%2F", '&')
                .or(() -> fourthField(request.rawQuery(), CREDENTIAL_IN_QUERY, "/", '&'));
    }

    /** The service in {@code key/date/region/service/aws4_request}. */
    private static Optional<String> fourthField(String text, String name, String slash, char end) {
        int start = text.indexOf(name);
        if (start < 0) {
            return Optional.empty();
        }
        int stop = text.indexOf(end, start);
        String[] fields = text.substring(start + name.length(), stop < 0 ? text.length() : stop)
                .split(slash, 6);
        return fields.length == 5 ? Optional.of(fields[3]) : Optional.empty();
    }

    public boolean scopedTo(String service) {
        return scopeService.filter(service::equals).isPresent();
    }

    /** Whether the request says that it speaks rpcv2Cbor; it then speaks nothing else. */
    public boolean speaksRpcV2() {
        return request.header("smithy-protocol").filter(RPC_V2_CBOR::equals).isPresent();
    }

    /** Whether a header says that the request speaks rpcv2Cbor or one of the awsJson protocols; paths mean nothing then. */
    public boolean speaksRpc() {
        return speaksRpcV2() || request.headers().has("x-amz-target");
    }

    /** Whether the request looks like one of awsQuery, as far as its head tells. */
    public boolean speaksQuery() {
        return request.method().equals("POST") && isForm()
                || request.rawQuery().contains("Action=")
                || request.rawQuery().contains("SignatureVersion=");
    }

    /** Whether the body is an HTML form's, by its media type. */
    public boolean isForm() {
        return request.header("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }
}
