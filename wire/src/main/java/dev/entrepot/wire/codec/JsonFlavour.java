package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.StructSchema;
import java.util.Optional;

/** Where the JSON of the two JSON protocols differs: only restJson1 knows {@code jsonName}. */
public enum JsonFlavour {
    REST {
        @Override
        byte[] utf8Name(Member member) {
            return member.utf8JsonName();
        }

        @Override
        Optional<Member> member(StructSchema schema, String name) {
            return schema.memberByJsonName(name);
        }
    },
    RPC {
        @Override
        byte[] utf8Name(Member member) {
            return member.utf8Name();
        }

        @Override
        Optional<Member> member(StructSchema schema, String name) {
            return schema.member(name);
        }
    };

    abstract byte[] utf8Name(Member member);

    abstract Optional<Member> member(StructSchema schema, String name);
}
