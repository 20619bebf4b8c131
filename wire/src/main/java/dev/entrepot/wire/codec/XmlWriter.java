package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.TimestampFormat;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as XML elements, as awsQuery answers hold them. */
public final class XmlWriter {
    private final QueryFlavour flavour;
    private final StringBuilder out;

    public XmlWriter(QueryFlavour flavour, StringBuilder out) {
        this.flavour = flavour;
        this.out = out;
    }

    /** One element per member that is set. */
    public void members(Struct value) {
        for (Member member : value.schema().members()) {
            Object memberValue = value.get(member.index());
            if (memberValue != null && !member.xmlAttribute()) {
                member(member, member.xmlName(), memberValue);
            }
        }
    }

    private void member(Member member, String name, Object value) {
        if (member.xmlFlattened() && member.type() == ShapeType.LIST) {
            for (Object element : (List<?>) value) {
                element(((ListSchema) member.target()).member(), name, element);
            }
        } else if (member.xmlFlattened() && member.type() == ShapeType.MAP) {
            flattenedMap(member, name, (Map<?, ?>) value);
        } else {
            element(member, name, value);
        }
    }

    private void element(Member member, String name, Object value) {
        switch (member.type()) {
            case STRUCTURE, UNION -> {
                open(member, name, (Struct) value);
                members((Struct) value);
                close(name);
            }
            case LIST -> {
                open(member, name);
                ListSchema schema = (ListSchema) member.target();
                for (Object element : (List<?>) value) {
                    element(schema.member(), schema.member().xmlName(), element);
                }
                close(name);
            }
            case MAP -> {
                open(member, name);
                ((Map<?, ?>) value).forEach((key, each) -> {
                    out.append("<entry>");
                    entry((MapSchema) member.target(), key, each);
                    close("entry");
                });
                close(name);
            }
            default -> scalar(member, name, TextScalars.write(member, value, TimestampFormat.DATE_TIME));
        }
    }

    private void scalar(Member member, String name, String text) {
        if (flavour == QueryFlavour.LEGACY && !XmlText.representable(text)) {
            out.append('<').append(name).append(" encoding=\"base64\">");
            out.append(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        } else {
            open(member, name);
            XmlText.escape(out, text);
        }
        close(name);
    }

    private void flattenedMap(Member member, String name, Map<?, ?> map) {
        map.forEach((key, value) -> {
            open(member, name);
            entry((MapSchema) member.target(), key, value);
            close(name);
        });
    }

    private void entry(MapSchema schema, Object key, @Nullable Object value) {
        element(schema.key(), schema.key().xmlName(), key);
        if (value != null) {
            element(schema.value(), schema.value().xmlName(), value);
        }
    }

    private void open(Member member, String name, Struct value) {
        out.append('<').append(name);
        XmlText.namespace(out, member.xmlNamespace());
        for (Member attribute : value.schema().members()) {
            Object attributeValue = value.get(attribute.index());
            if (attributeValue != null && attribute.xmlAttribute()) {
                out.append(' ').append(attribute.xmlName()).append("=\"");
                XmlText.escape(out, TextScalars.write(attribute, attributeValue, TimestampFormat.DATE_TIME));
                out.append('"');
            }
        }
        out.append('>');
    }

    private void open(Member member, String name) {
        out.append('<').append(name);
        XmlText.namespace(out, member.xmlNamespace());
        out.append('>');
    }

    private void close(String name) {
        out.append("</").append(name).append('>');
    }
}
