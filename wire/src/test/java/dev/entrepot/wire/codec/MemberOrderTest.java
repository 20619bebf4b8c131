package dev.entrepot.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Readers expect members in the order of the contract, for speed; none may rely on it. */
class MemberOrderTest {
    private static final int SEEDS = 2_000;

    /** As many as there are, so that trees of forms change from looking through them to looking them up. */
    private static final StructSchema SCHEMA = DynamicStruct.structure(
            "Ordered",
            IntStream.range(0, 24)
                    .mapToObj(i -> Member.of("m" + i, SimpleSchema.STRING))
                    .toArray(Member.Builder[]::new));

    private static final StructSchema LISTS = DynamicStruct.structure(
            "Lists", Member.of("l", ListSchema.of("test#L", Member.of("member", SimpleSchema.STRING))));

    /** Some of the names, in any order, and others that the schema does not know. */
    private static List<String> names(Random random) {
        var names = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            if (random.nextInt(4) > 0) {
                names.add("m" + i);
            }
        }
        if (random.nextBoolean()) {
            Collections.shuffle(names, random);
        }
        return names;
    }

    private static void requireThose(List<String> names, StructBuilder read, int seed) {
        for (Member member : SCHEMA.members()) {
            assertThat(read.get(member.index()))
                    .as("%s of seed %d", member, seed)
                    .isEqualTo(names.contains(member.name()) ? "of " + member.name() : null);
        }
    }

    @Test
    void json() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<String> names = names(new Random(seed));
            var json = new JsonOutput();
            json.start('{');
            names.forEach(name -> {
                json.name(name);
                json.text("of " + name);
            });
            json.end('}');
            StructBuilder read = SCHEMA.newBuilder();
            new JsonReader(JsonFlavour.REST).readStruct(json.toByteArray(), read);
            requireThose(names, read, seed);
        }
    }

    @Test
    void cbor() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<String> names = names(new Random(seed));
            var cbor = new CborOutput();
            cbor.head(CborInput.MAP, names.size());
            names.forEach(name -> {
                cbor.text(name);
                cbor.text("of " + name);
            });
            StructBuilder read = SCHEMA.newBuilder();
            CborReader.readStruct(cbor.toByteArray(), read);
            requireThose(names, read, seed);
        }
    }

    @Test
    void forms() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<String> names = names(new Random(seed));
            var form = new StringBuilder();
            names.forEach(name -> form.append(name).append("=of+").append(name).append('&'));
            StructBuilder read = SCHEMA.newBuilder();
            new QueryReader(QueryFlavour.STANDARD)
                    .readStruct(FormParameters.parse(form.toString().getBytes(StandardCharsets.US_ASCII)), read);
            requireThose(names, read, seed);
        }
    }

    @Test
    void elementsOfForms() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int size = 1 + random.nextInt(40);
            List<String> pairs = new ArrayList<>(IntStream.rangeClosed(1, size)
                    .mapToObj(i -> "l.member." + i + "=" + i)
                    .toList());
            Collections.shuffle(pairs, random);
            StructBuilder read = LISTS.newBuilder();
            new QueryReader(QueryFlavour.STANDARD).readStruct(FormParameters.parse(String.join("&", pairs)), read);
            assertThat(read.get(0))
                    .as("seed %d", seed)
                    .isEqualTo(IntStream.rangeClosed(1, size)
                            .mapToObj(String::valueOf)
                            .toList());
        }
    }
}
