package dev.entrepot.wire.conformance;

import dev.entrepot.wire.codec.QueryFlavour;
import dev.entrepot.wire.protocol.AwsJson10;
import dev.entrepot.wire.protocol.AwsQuery;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.protocol.RpcV2Cbor;
import dev.entrepot.wire.protocol.StandardEnvelope;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.StructSchema;
import dev.entrepot.wire.service.ErrorSpelling;
import dev.entrepot.wire.service.JsonErrorSpelling;
import dev.entrepot.wire.service.JsonErrorSpelling.Statuses;
import dev.entrepot.wire.service.QueryErrorSpelling;
import java.util.stream.Stream;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;

/** The protocols of the suite that we speak, each as it ships. */
enum SuiteProtocol {
    REST_JSON_1("aws.protocols#restJson1") {
        @Override
        Protocol of(Service service, boolean queryCompatible) {
            return new RestJson1(service, "/");
        }
    },
    AWS_JSON_1_0("aws.protocols#awsJson1_0") {
        @Override
        Protocol of(Service service, boolean queryCompatible) {
            return queryCompatible ? AwsJson10.queryCompatible(service) : new AwsJson10(service);
        }
    },
    AWS_QUERY("aws.protocols#awsQuery") {
        @Override
        Protocol of(Service service, boolean queryCompatible) {
            return new AwsQuery(service, QueryFlavour.STANDARD, new StandardEnvelope());
        }
    },
    RPC_V2_CBOR("smithy.protocols#rpcv2Cbor") {
        @Override
        Protocol of(Service service, boolean queryCompatible) {
            return queryCompatible ? RpcV2Cbor.queryCompatible(service) : new RpcV2Cbor(service);
        }
    };

    private final ShapeId id;

    SuiteProtocol(String id) {
        this.id = ShapeId.from(id);
    }

    ShapeId id() {
        return id;
    }

    Stream<ServiceShape> services(Model model) {
        return model.getServiceShapes().stream()
                .filter(service -> service.hasTrait(id))
                .sorted();
    }

    abstract Protocol of(Service service, boolean queryCompatible);

    /** @param validationException {@code smithy.framework#ValidationException} */
    ErrorSpelling spelling(StructSchema validationException) {
        Statuses statuses = this == AWS_JSON_1_0 ? Statuses.BAD_REQUEST : Statuses.DISTINCT;
        return this == AWS_QUERY
                ? new QueryErrorSpelling()
                : new JsonErrorSpelling(statuses, violations -> Validation.error(validationException, violations));
    }
}
