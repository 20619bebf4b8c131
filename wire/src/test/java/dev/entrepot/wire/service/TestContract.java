package dev.entrepot.wire.service;

import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.ErrorTrait;
import dev.entrepot.wire.schema.HttpBinding;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructSchema;
import dev.entrepot.wire.schema.Unit;
import java.util.List;

/** A service with two operations, and a caller everybody knows. */
final class TestContract {
    static final StructSchema INPUT = DynamicStruct.structure(
            "DoInput", Member.of("Name", SimpleSchema.STRING).required());
    static final StructSchema GONE = error("Gone", 404);
    static final StructSchema INVALID = error("ValidationException", 400);
    static final Operation<DynamicStruct, Unit> DO = operation("Do");
    static final Operation<DynamicStruct, Unit> DO_MUCH = operation("DoMuch");
    static final Service SERVICE =
            new Service("dev.entrepot.test#Svc", "1", "svc", "https://test/", List.of(DO, DO_MUCH));
    static final Caller CALLER = new Caller("000000000000", "us-east-1", "AKID");
    static final Authenticator OPEN = (request, rules) -> CALLER;

    private TestContract() {}

    private static StructSchema error(String name, int status) {
        return DynamicStruct.schema(builder -> StructSchema.error(
                "dev.entrepot.test#" + name,
                ErrorTrait.of(true, status, name),
                builder,
                Member.of("Message", SimpleSchema.STRING)));
    }

    private static Operation<DynamicStruct, Unit> operation(String name) {
        var form = new HttpBinding("POST", "/" + name, 200);
        return new Operation<>(name, INPUT, Unit.SCHEMA, true, false, List.of(form), List.of(GONE, INVALID));
    }
}
