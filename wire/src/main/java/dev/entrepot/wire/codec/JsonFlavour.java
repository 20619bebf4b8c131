package dev.entrepot.wire.codec;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.StructSchema;
import java.util.Optional;

/** Where the JSON of the two JSON protocols differs: only restJson1 knows {@code jsonName}. */
public enum JsonFlavour {
    REST {
        @Override
        SerializedString name(Member member) {
            return member.encodedJsonName();
        }

        @Override
        Optional<Member> member(StructSchema schema, String name) {
            return schema.memberByJsonName(name);
        }
    },
    RPC {
        @Override
        SerializedString name(Member member) {
            return member.encodedName();
        }

        @Override
        Optional<Member> member(StructSchema schema, String name) {
            return schema.member(name);
        }
    };

    abstract SerializedString name(Member member);

    abstract Optional<Member> member(StructSchema schema, String name);
}
