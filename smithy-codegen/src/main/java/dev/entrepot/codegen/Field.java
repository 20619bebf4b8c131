package dev.entrepot.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.DefaultTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.StreamingTrait;

/**
 * A member of a structure or union as Java sees it.
 *
 * @param index its place in the schema
 * @param always whether a value is always there: the member is required, or has a default other than null
 */
record Field(MemberShape member, Shape target, int index, String name, boolean always, boolean sensitive) {
    static List<Field> of(Shape shape, Contract contract) {
        var names = new HashSet<String>();
        List<Field> fields = new ArrayList<>();
        for (MemberShape member : shape.members()) {
            String name = JavaNames.unique(JavaNames.member(member.getMemberName()), names);
            fields.add(new Field(
                    member,
                    contract.target(member),
                    fields.size(),
                    name,
                    member.isRequired() || !defaultOf(member, contract).isNullNode(),
                    sensitive(member, contract)));
        }
        return fields;
    }

    /** The same member under another expression. */
    Field as(String newName, boolean nowAlways) {
        return new Field(member, target, index, newName, nowAlways, sensitive);
    }

    /**
     * The default; Smithy's null node when there is none, which is also how a contract takes one away. The empty default that
     * every streamed body has stands for no body at all.
     */
    static Node defaultOf(MemberShape member, Contract contract) {
        return member.getTrait(DefaultTrait.class)
                .filter(value -> !contract.target(member).hasTrait(StreamingTrait.class))
                .map(DefaultTrait::toNode)
                .orElse(Node.nullNode());
    }

    /** Structures hide their own sensitive members; collections cannot. */
    private static boolean sensitive(MemberShape member, Contract contract) {
        Shape target = contract.target(member);
        boolean collection = target.isListShape() || target.isMapShape();
        return member.getMemberTrait(contract.model(), SensitiveTrait.class).isPresent()
                || collection && target.members().stream().anyMatch(each -> sensitive(each, contract));
    }
}
