package dev.entrepot.wire.schema;

/**
 * How a structure is called in XML.
 *
 * @param element the element name when the structure is a document of its own
 * @param namespace the default namespace it declares; empty for none
 * @param prefix the prefix that the namespace is bound to; empty for the default namespace
 */
public record XmlNames(String element, String namespace, String prefix) {
    static XmlNames of(String shapeId) {
        return new XmlNames(shapeId.substring(shapeId.indexOf('#') + 1), "", "");
    }
}
