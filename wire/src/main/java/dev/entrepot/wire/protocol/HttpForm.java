package dev.entrepot.wire.protocol;

import dev.entrepot.wire.schema.HttpBinding;
import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Operation;
import java.util.Set;

/**
 * One HTTP form of an operation. The contract gives members their places in the first form; other releases of the SDKs use
 * others, in which they keep their names but may sit elsewhere (wire dossier, section 6.1).
 *
 * @param hasBody whether requests of this form have a body by their method
 * @param firstHasBody the same for the form that the contract's places are for
 */
record HttpForm(String method, UriTemplate uri, boolean hasBody, boolean firstHasBody) {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");

    static HttpForm of(Operation<?, ?> operation, HttpBinding binding) {
        boolean firstHasBody =
                !WITHOUT_BODY.contains(operation.bindings().getFirst().method());
        return new HttpForm(
                binding.method(),
                UriTemplate.parse(binding.uri()),
                !WITHOUT_BODY.contains(binding.method()),
                firstHasBody);
    }

    HttpPlace placeOf(Member member) {
        return switch (member.place()) {
            case LABEL -> uri.labels().contains(member.name()) ? HttpPlace.LABEL : inOtherForm();
            case QUERY, QUERY_PARAMS -> hasBody && !firstHasBody ? HttpPlace.BODY : member.place();
            case BODY -> firstHasBody && !hasBody ? HttpPlace.QUERY : HttpPlace.BODY;
            case RESPONSE_CODE -> HttpPlace.BODY; // means nothing in a request
            default -> member.place();
        };
    }

    /** Older clients send what does not fit into a query in a body, even of a GET. */
    boolean isAlsoInBody(Member member) {
        return member.place() == HttpPlace.BODY && firstHasBody && !hasBody;
    }

    private HttpPlace inOtherForm() {
        return hasBody ? HttpPlace.BODY : HttpPlace.QUERY;
    }
}
