package dev.entrepot.bench.sample;

import dev.entrepot.simpledb.domain.Attributes;
import java.util.List;
import java.util.SplittableRandom;

/** Items of eight attributes with one value of 4 to 35 characters each; an item's number decides all of it. */
public final class SampleItems {
    private static final List<String> NAMES =
            List.of("category", "color", "description", "maker", "price", "size", "title", "weight");
    private static final int LEAST_LENGTH = 4;
    private static final int LENGTHS = 32;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz 0123456789";

    private SampleItems() {}

    /** In the order of the numbers, which is also that of the names' bytes. */
    public static String name(int number) {
        return "item-%09d".formatted(number);
    }

    public static Attributes attributes(int number) {
        var random = new SplittableRandom(number);
        var attributes = new Attributes();
        NAMES.forEach(name -> attributes.add(name, value(random)));
        return attributes;
    }

    private static String value(SplittableRandom random) {
        var text = new StringBuilder();
        for (int left = LEAST_LENGTH + random.nextInt(LENGTHS); left > 0; left--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
