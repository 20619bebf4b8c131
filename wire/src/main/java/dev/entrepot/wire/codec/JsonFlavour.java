package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.EncodedName;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.StructSchema;
import java.util.Optional;

/** Where the JSON of the JSON protocols differs: only restJson1 knows {@code jsonName}. */
public enum JsonFlavour {
    REST,
    /** As the live SES v2 reads it: any text given for a boolean is true (SES dossier, section 1.7). */
    LENIENT_REST,
    RPC;

    EncodedName name(Member member) {
        return this == RPC ? member.encodedName() : member.encodedJsonName();
    }

    Optional<Member> member(StructSchema schema, String name) {
        return this == RPC ? schema.member(name) : schema.memberByJsonName(name);
    }

    boolean takesTextAsTrue() {
        return this == LENIENT_REST;
    }
}
