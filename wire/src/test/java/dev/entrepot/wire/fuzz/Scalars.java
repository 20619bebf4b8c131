package dev.entrepot.wire.fuzz;

import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.codec.TextScalars;
import dev.entrepot.wire.conformance.Trees;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.TimestampFormat;
import java.nio.charset.StandardCharsets;

/** A text is read as every simple type and every spelling of time, and what is read is written so that it reads the same. */
final class Scalars {
    private Scalars() {}

    /** @return whether the text is anything but a text */
    static boolean check(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        boolean accepted = false;
        for (Member member : EveryShape.SIMPLE) {
            for (TimestampFormat format : TimestampFormat.values()) {
                accepted |= check(member, text, format)
                        && member.type() != ShapeType.STRING
                        && member.type() != ShapeType.ENUM;
            }
        }
        return accepted;
    }

    private static boolean check(Member member, String text, TimestampFormat format) {
        Object value;
        try {
            value = TextScalars.read(member, text, format);
        } catch (MalformedInput refused) {
            return false;
        }
        String written = TextScalars.write(member, value, format);
        Same.require(Trees.of(TextScalars.read(member, written, format)), Trees.of(value));
        return true;
    }
}
