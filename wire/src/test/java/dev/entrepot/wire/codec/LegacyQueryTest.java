package dev.entrepot.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The oldest clients write forms as they always did; the suite knows only the forms of later ones. */
class LegacyQueryTest {
    private static final StructSchema ATTRIBUTE = DynamicStruct.structure(
            "Attribute", Member.of("Name", SimpleSchema.STRING), Member.of("Value", SimpleSchema.STRING));
    private static final StructSchema INPUT = DynamicStruct.structure(
            "Input",
            Member.of("DomainName", SimpleSchema.STRING),
            Member.of("Attributes", ListSchema.of("test#Attributes", Member.of("member", ATTRIBUTE)))
                    .xmlName("Attribute")
                    .xmlFlattened(),
            Member.of("Names", ListSchema.of("test#Names", Member.of("member", SimpleSchema.STRING)))
                    .xmlName("AttributeName")
                    .xmlFlattened(),
            Member.of("Expected", ATTRIBUTE));

    private static Struct read(QueryFlavour flavour, String form) {
        StructBuilder input = INPUT.newBuilder();
        new QueryReader(flavour).readStruct(FormParameters.parse(form), input);
        return input.build();
    }

    private static List<String> pairs(Struct input) {
        var pairs = new ArrayList<String>();
        if (input.get(1) instanceof List<?> attributes) {
            attributes.forEach(each -> pairs.add(((Struct) each).get(0) + "=" + ((Struct) each).get(1)));
        }
        return pairs;
    }

    @Test
    void namesMayBeInAnyLetterCase() {
        String form = "domainname=d&ATTRIBUTE.1.name=a&Attribute.1.VALUE=b";
        assertThat(read(QueryFlavour.LEGACY, form).get(0)).isEqualTo("d");
        assertThat(pairs(read(QueryFlavour.LEGACY, form))).containsExactly("a=b");
        assertThat(read(QueryFlavour.STANDARD, form).get(0)).isNull();
    }

    @Test
    void anElementWhoseNumberIsTooLargeIsRefusedAndNotLost() {
        assertThat(read(QueryFlavour.STANDARD, "AttributeName.999999999=a").get(2))
                .isEqualTo(List.of("a"));
        assertThatThrownBy(() -> read(QueryFlavour.STANDARD, "AttributeName.1000000000=a"))
                .isInstanceOf(MalformedInput.class)
                .hasMessageContaining("digits");
    }

    @Test
    void aListOfOneNeedsNoIndex() {
        assertThat(read(QueryFlavour.LEGACY, "AttributeName=a").get(2)).isEqualTo(List.of("a"));
        assertThat(pairs(read(QueryFlavour.LEGACY, "Attribute.Name=a&Attribute.Value=b")))
                .containsExactly("a=b");
    }

    @Test
    void aStructureIsReadFromItsNameAndAnIndexAlike() {
        assertThat(((Struct) read(QueryFlavour.LEGACY, "Expected.Name=n&Expected.Value=v")
                                .get(3))
                        .get(0))
                .isEqualTo("n");
    }

    @Test
    void indicesSortAsNumbersAndMayHaveGaps() {
        String form = "Attribute.10.Name=c&Attribute.9.Name=b&Attribute.0.Name=a";
        assertThat(pairs(read(QueryFlavour.LEGACY, form))).containsExactly("a=null", "b=null", "c=null");
        assertThat(pairs(read(QueryFlavour.STANDARD, form))).containsExactly("a=null", "b=null", "c=null");
    }

    /** XML 1.0 has no spelling for most control characters; this service has always marked such values. */
    @Test
    void textThatXmlCannotHoldIsMarkedAndEncoded() {
        StructBuilder output = ATTRIBUTE.newBuilder();
        output.set(0, "a\u0001");
        output.set(1, "<b>\r&\u0085");
        var legacy = new StringBuilder();
        var standard = new StringBuilder();

        new XmlWriter(QueryFlavour.LEGACY, legacy).members(output);
        new XmlWriter(QueryFlavour.STANDARD, standard).members(output);

        assertThat(legacy).hasToString("<Name encoding=\"base64\">YQE=</Name><Value>&lt;b&gt;&#xD;&amp;&#x85;</Value>");
        assertThat(standard).hasToString("<Name>a\ufffd</Name><Value>&lt;b&gt;&#xD;&amp;&#x85;</Value>");
    }
}
