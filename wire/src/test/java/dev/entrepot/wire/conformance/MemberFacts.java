package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.TimestampFormat;
import java.util.function.Consumer;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.DefaultTrait;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpLabelTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.model.traits.HttpQueryParamsTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;
import software.amazon.smithy.model.traits.HttpResponseCodeTrait;
import software.amazon.smithy.model.traits.JsonNameTrait;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.MediaTypeTrait;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.RangeTrait;
import software.amazon.smithy.model.traits.RequiredTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.StreamingTrait;
import software.amazon.smithy.model.traits.TimestampFormatTrait;
import software.amazon.smithy.model.traits.Trait;
import software.amazon.smithy.model.traits.UniqueItemsTrait;
import software.amazon.smithy.model.traits.XmlAttributeTrait;
import software.amazon.smithy.model.traits.XmlFlattenedTrait;
import software.amazon.smithy.model.traits.XmlNameTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/** What a model says of a member, its own traits before its target's. */
record MemberFacts(Model model, SchemaFactory schemas) {
    Member.Builder of(MemberShape member) {
        Shape target = model.expectShape(member.getTarget());
        Member.Builder facts = Member.of(member.getMemberName(), () -> schemas.of(target));
        values(member, target, facts);
        constraints(member, facts);
        names(member, facts);
        places(member, facts);
        return facts;
    }

    private void values(MemberShape member, Shape target, Member.Builder facts) {
        own(member, RequiredTrait.class, required -> facts.required());
        own(member, DefaultTrait.class, value -> {
            // A streamed body has the empty one for its default, which stands for no body at all.
            if (!value.toNode().isNullNode() && !target.hasTrait(StreamingTrait.class)) {
                facts.defaultValue(Params.defaultValue(schemas.of(target), value.toNode()));
            }
        });
        any(
                member,
                TimestampFormatTrait.class,
                format -> facts.timestampFormat(
                        TimestampFormat.valueOf(format.getFormat().name())));
        any(member, MediaTypeTrait.class, type -> facts.mediaType(type.getValue()));
    }

    private void constraints(MemberShape member, Member.Builder facts) {
        any(
                member,
                LengthTrait.class,
                length ->
                        facts.length(length.getMin().orElse(0L), length.getMax().orElse(Long.MAX_VALUE)));
        any(
                member,
                RangeTrait.class,
                range -> facts.range(range.getMin().orElse(null), range.getMax().orElse(null)));
        any(member, PatternTrait.class, pattern -> facts.pattern(pattern.getValue()));
        any(member, UniqueItemsTrait.class, unique -> facts.uniqueItems());
        any(member, SensitiveTrait.class, sensitive -> facts.sensitive());
    }

    private void names(MemberShape member, Member.Builder facts) {
        own(member, JsonNameTrait.class, name -> facts.jsonName(name.getValue()));
        own(member, XmlNameTrait.class, name -> facts.xmlName(name.getValue()));
        own(member, XmlFlattenedTrait.class, flattened -> facts.xmlFlattened());
        own(member, XmlAttributeTrait.class, attribute -> facts.xmlAttribute());
        own(
                member,
                XmlNamespaceTrait.class,
                namespace -> facts.xmlNamespace((namespace.getPrefix().orElse("") + " " + namespace.getUri()).strip()));
    }

    private void places(MemberShape member, Member.Builder facts) {
        own(member, HttpLabelTrait.class, label -> facts.place(HttpPlace.LABEL, member.getMemberName()));
        own(member, HttpQueryTrait.class, query -> facts.place(HttpPlace.QUERY, query.getValue()));
        own(member, HttpQueryParamsTrait.class, params -> facts.place(HttpPlace.QUERY_PARAMS, ""));
        own(member, HttpHeaderTrait.class, header -> facts.place(HttpPlace.HEADER, header.getValue()));
        own(member, HttpPrefixHeadersTrait.class, prefix -> facts.place(HttpPlace.PREFIX_HEADERS, prefix.getValue()));
        own(member, HttpPayloadTrait.class, payload -> facts.place(HttpPlace.PAYLOAD, ""));
        own(member, HttpResponseCodeTrait.class, code -> facts.place(HttpPlace.RESPONSE_CODE, ""));
    }

    private static <T extends Trait> void own(MemberShape member, Class<T> trait, Consumer<T> fact) {
        member.getTrait(trait).ifPresent(fact);
    }

    private <T extends Trait> void any(MemberShape member, Class<T> trait, Consumer<T> fact) {
        member.getMemberTrait(model, trait).ifPresent(fact);
    }
}
