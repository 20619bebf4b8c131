package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.StructSchema;
import java.util.Optional;

/** Where the JSON of the two JSON protocols differs: only restJson1 knows {@code jsonName}. */
public enum JsonFlavour {
    REST {
        @Override
        String name(Member member) {
            return member.jsonName();
        }

        @Override
        Optional<Member> member(StructSchema schema, String name) {
            return schema.memberByJsonName(name);
        }
    },
    RPC {
        @Override
        String name(Member member) {
            return member.name();
        }

        @Override
        Optional<Member> member(StructSchema schema, String name) {
            return schema.member(name);
        }
    };

    abstract String name(Member member);

    abstract Optional<Member> member(StructSchema schema, String name);
}
