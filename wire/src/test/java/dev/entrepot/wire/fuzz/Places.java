package dev.entrepot.wire.fuzz;

import dev.entrepot.wire.codec.PercentCoding;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.RequestHead;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.schema.Struct;
import java.util.List;
import java.util.Optional;

/** Any request line and headers: no protocol stumbles while claiming, and labels are the parts of the path, none lost or moved. */
record Places(List<Protocol> all, RestJson1 rest) {
    boolean check(HttpRequest request) {
        RequestHead head = RequestHead.of(request);
        all.forEach(protocol -> protocol.claims(head));
        Optional<Struct> decoded = Decoding.mirrored(rest).check(request);
        decoded.filter(input -> input.schema().name().equals("Places"))
                .ifPresent(input -> Same.require(path(input), PercentCoding.decode(request.rawPath())));
        return decoded.isPresent();
    }

    private static String path(Struct input) {
        return "/a/" + input.get(0) + "/b/" + input.get(1);
    }
}
