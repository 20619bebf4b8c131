package dev.entrepot.wire.codec;

/** Says that a JSON value is of another type than the contract's, in the words of live AWS services (wire dossier, section 4). */
final class WrongType {
    private WrongType() {}

    /** @param wanted {@code list}, {@code map} or {@code structure}; simple types with their article, such as {@code a String} */
    static MalformedInput of(JsonInput json, String wanted) {
        return switch (json.peek()) {
            case '[' -> new MalformedInput("Start of list found where not expected");
            case '{' -> new MalformedInput("Start of structure or map found where not expected.");
            case '"' -> simple("STRING_VALUE", wanted);
            case 't' -> simple("TRUE_VALUE", wanted);
            case 'f' -> simple("FALSE_VALUE", wanted);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> simple("NUMBER_VALUE", wanted);
            case 'n' -> new MalformedInput("Expected " + wanted);
            default -> JsonInput.malformed();
        };
    }

    static MalformedInput simple(String found, String wanted) {
        return new MalformedInput(
                wanted.indexOf(' ') < 0
                        ? "Expected " + wanted + " or null"
                        : found + " can not be converted to " + wanted);
    }
}
