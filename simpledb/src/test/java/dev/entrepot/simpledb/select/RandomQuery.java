package dev.entrepot.simpledb.select;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A random where clause as text, and what it selects by the guide's rules read as sets of items: written down a second time,
 * with nothing of the code under test.
 */
sealed interface RandomQuery {
    List<String> ATTRIBUTES = List.of("a", "b", "order");
    List<String> VALUES = List.of("", "1", "10", "2", "\uFF5E", "\uD83D\uDE00", "it's", "5%");

    /** Items by name, each with its values by attribute. */
    record Items(Map<String, Map<String, Set<String>>> all) {
        Set<String> values(String subject, String item) {
            return subject.isEmpty() ? Set.of(item) : all.get(item).getOrDefault(subject, Set.of());
        }

        Set<String> where(Predicate<String> test) {
            var names = new TreeSet<String>();
            all.keySet().stream().filter(test).forEach(names::add);
            return names;
        }
    }

    String text();

    Set<String> select(Items items);

    /** The one attribute that the whole tree tests value by value; itself no attribute when it tests several. */
    record Leaf(String subject, boolean every, String comparison, Predicate<String> holds) implements RandomQuery {
        @Override
        public String text() {
            String name = subject.isEmpty() ? "itemName()" : "`" + subject + "`";
            return (every ? "every(" + name + ")" : name) + " " + comparison;
        }

        @Override
        public Set<String> select(Items items) {
            return items.where(
                    item -> matches(items.values(subject, item), every, comparison.equals("is null"), holds));
        }
    }

    record Both(boolean and, RandomQuery left, RandomQuery right) implements RandomQuery {
        @Override
        public String text() {
            return "(" + left.text() + (and ? " and " : " or ") + right.text() + ")";
        }

        @Override
        public Set<String> select(Items items) {
            Leaf one = one();
            if (one != null) {
                return items.where(item -> matches(
                        items.values(one.subject, item),
                        one.every,
                        nullMatches(this),
                        value -> valueMatches(this, value)));
            }
            var result = new HashSet<>(left.select(items));
            if (and) {
                result.retainAll(right.select(items));
            } else {
                result.addAll(right.select(items));
            }
            return result;
        }

        /** Some leaf when all test the same subject in the same way. */
        private Leaf one() {
            Leaf a = left instanceof Leaf leaf ? leaf : left instanceof Both both ? both.one() : null;
            Leaf b = right instanceof Leaf leaf ? leaf : right instanceof Both both ? both.one() : null;
            return a != null && b != null && a.subject.equals(b.subject) && a.every == b.every ? a : null;
        }
    }

    record Intersection(RandomQuery left, RandomQuery right) implements RandomQuery {
        @Override
        public String text() {
            return "(" + left.text() + " intersection " + right.text() + ")";
        }

        @Override
        public Set<String> select(Items items) {
            var result = new HashSet<>(left.select(items));
            result.retainAll(right.select(items));
            return result;
        }
    }

    record Not(RandomQuery negated) implements RandomQuery {
        @Override
        public String text() {
            return "not " + negated.text();
        }

        @Override
        public Set<String> select(Items items) {
            var result = new HashSet<>(items.all.keySet());
            result.removeAll(negated.select(items));
            return result;
        }
    }

    private static boolean matches(Set<String> values, boolean every, boolean whenNone, Predicate<String> holds) {
        if (values.isEmpty()) {
            return whenNone;
        }
        return every ? values.stream().allMatch(holds) : values.stream().anyMatch(holds);
    }

    private static boolean valueMatches(RandomQuery query, String value) {
        return switch (query) {
            case Leaf leaf -> leaf.holds.test(value);
            case Both both ->
                both.and
                        ? valueMatches(both.left, value) && valueMatches(both.right, value)
                        : valueMatches(both.left, value) || valueMatches(both.right, value);
            default -> throw new AssertionError();
        };
    }

    private static boolean nullMatches(RandomQuery query) {
        return switch (query) {
            case Leaf leaf -> leaf.comparison.equals("is null");
            case Both both ->
                both.and
                        ? nullMatches(both.left) && nullMatches(both.right)
                        : nullMatches(both.left) || nullMatches(both.right);
            default -> throw new AssertionError();
        };
    }

    static String attribute(Random random) {
        return ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
    }

    static String value(Random random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    static RandomQuery of(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(6)) {
            case 1, 2 -> new Both(random.nextBoolean(), of(random, depth - 1), of(random, depth - 1));
            case 3 -> new Intersection(of(random, depth - 1), of(random, depth - 1));
            case 4 -> new Not(of(random, depth - 1));
            default -> leaf(random);
        };
    }

    private static Leaf leaf(Random random) {
        boolean name = random.nextInt(6) == 0;
        String subject = name ? "" : attribute(random);
        boolean every = !name && random.nextInt(4) == 0;
        String x = value(random);
        String y = value(random);
        String qx = "'" + x.replace("'", "''") + "'";
        String qy = "\"" + y.replace("\"", "\"\"") + "\"";
        return switch (random.nextInt(every ? 10 : 12)) {
            case 0 -> new Leaf(subject, every, "= " + qx, v -> v.equals(x));
            case 1 -> new Leaf(subject, every, "!= " + qx, v -> !v.equals(x));
            case 2 -> new Leaf(subject, every, "< " + qx, v -> compare(v, x) < 0);
            case 3 -> new Leaf(subject, every, "<= " + qx, v -> compare(v, x) <= 0);
            case 4 -> new Leaf(subject, every, "> " + qx, v -> compare(v, x) > 0);
            case 5 -> new Leaf(subject, every, ">=" + qx, v -> compare(v, x) >= 0);
            case 6 ->
                new Leaf(subject, every, "between " + qx + " and " + qy, v -> compare(v, x) >= 0 && compare(v, y) <= 0);
            case 7 -> new Leaf(subject, every, "in (" + qx + ", " + qy + ")", v -> v.equals(x) || v.equals(y));
            case 8 ->
                new Leaf(
                        subject,
                        every,
                        "like '" + x.replace("'", "''").replace("%", "\\%") + "%'",
                        v -> v.startsWith(x));
            case 9 ->
                new Leaf(
                        subject,
                        every,
                        "not like '%" + x.replace("'", "''").replace("%", "\\%") + "'",
                        v -> !v.endsWith(x));
            case 10 -> new Leaf(subject, false, "is null", v -> false);
            default -> new Leaf(subject, false, "is not null", v -> true);
        };
    }

    /** By bytes. */
    static int compare(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
