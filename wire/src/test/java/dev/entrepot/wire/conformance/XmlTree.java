package dev.entrepot.wire.conformance;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** An XML element; blanks between elements do not count, nor does the metadata of an answer. */
record XmlTree(String name, SortedMap<String, String> attributes, List<XmlTree> children, String text) {
    static XmlTree of(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            return of(document.getDocumentElement());
        } catch (Exception notXml) {
            throw new AssertionError("Not XML", notXml);
        }
    }

    boolean hasNamespace() {
        return !name.startsWith("{}");
    }

    XmlTree withoutNamespaces() {
        return new XmlTree(
                name.replaceFirst("\\{.*}", "{}"),
                new TreeMap<>(),
                children.stream().map(XmlTree::withoutNamespaces).toList(),
                text);
    }

    private static XmlTree of(Element element) {
        List<XmlTree> children = nodes(element.getChildNodes())
                .filter(Element.class::isInstance)
                .map(child -> of((Element) child))
                .toList();
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        String namespace = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        String text = children.isEmpty() ? element.getTextContent() : "";
        return new XmlTree(
                "{" + namespace + "}" + element.getLocalName(),
                attributes,
                children.stream()
                        .filter(child -> !child.name.endsWith("}ResponseMetadata"))
                        .toList(),
                text.isBlank() ? "" : text);
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }
}
