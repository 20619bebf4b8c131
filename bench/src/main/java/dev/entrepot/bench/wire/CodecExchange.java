package dev.entrepot.bench.wire;

import dev.entrepot.bench.wire.contract.RegisterParcelsRequest;
import dev.entrepot.bench.wire.contract.RegisterParcelsResponse;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.protocol.Call;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.validation.Validator;

/** From a request to its answer as {@code ServiceEndpoint} goes, but for the signature. */
record CodecExchange(Protocol protocol, HttpRequest request) {
    byte[] answer() {
        Call call = protocol.decode(request);
        if (!Validator.check(call.input()).isEmpty()) {
            throw new IllegalStateException("The sample is not valid");
        }
        var input = (RegisterParcelsRequest) call.input().build();
        return protocol.encode(call.operation(), new RegisterParcelsResponse(input.parcels()), "")
                .body();
    }
}
