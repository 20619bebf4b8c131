package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.selection.Condition.Contains;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Criteria that choose some of known messages, or nearly. */
record SampleCriteria(Random random, List<KnownMessage> known, long arrivals) {
    Criteria next() {
        Optional<Filters> filters = random.nextInt(20) == 0
                ? Optional.empty()
                : Optional.of(new Filters(conditions(random.nextInt(4)), conditions(random.nextInt(2))));
        long one = time();
        long other = time();
        return new Criteria(
                filters,
                random.nextBoolean() ? 0 : Math.min(one, other),
                random.nextBoolean() ? Long.MAX_VALUE / 1_000 : Math.max(one, other),
                random.nextInt(4) > 0 ? arrivals : random.nextLong(arrivals));
    }

    private long time() {
        return one(known).arrival().received().toEpochMilli();
    }

    private List<Condition> conditions(int count) {
        return Stream.generate(this::condition).limit(count).toList();
    }

    private Condition condition() {
        if (random.nextInt(5) == 0) {
            return new Condition(Optional.empty(), Optional.of(random.nextBoolean()));
        }
        Attribute attribute = Attribute.values()[random.nextInt(Attribute.values().length)];
        List<String> values = Stream.generate(() -> value(attribute))
                .limit(1 + random.nextInt(3))
                .toList();
        return new Condition(Optional.of(new Contains(attribute, values)), Optional.empty());
    }

    /** A piece of some message's text, or of two messages'. */
    private String value(Attribute attribute) {
        String piece = piece(attribute) + (random.nextInt(6) == 0 ? piece(attribute) : "");
        return switch (random.nextInt(3)) {
            case 0 -> piece.toUpperCase(Locale.ROOT);
            case 1 -> piece.toLowerCase(Locale.ROOT);
            default -> piece;
        };
    }

    private String piece(Attribute attribute) {
        List<String> texts = one(known).texts(attribute);
        String text = texts.isEmpty() ? "nobody" : one(texts);
        if (text.isEmpty()) {
            return " ";
        }
        int from = random.nextInt(text.length());
        return text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(random.nextBoolean() ? 4 : 40)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
