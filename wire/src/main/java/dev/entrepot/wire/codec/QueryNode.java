package dev.entrepot.wire.codec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dotted keys of a query form as a tree. Clients send keys in order, so the child that came last is the likeliest to come next. */
final class QueryNode {
    private static final int MAX_DEPTH = 64;
    private static final int FEW = 16;
    private static final int NO_INDEX = -1;
    private static final int MAX_INDEX_DIGITS = 9;

    private final String name;
    private final int index;
    private @Nullable String value;
    private List<QueryNode> children = List.of();
    private Map<String, QueryNode> byName = Map.of();

    private QueryNode(String name) {
        this.name = name;
        this.index = index(name);
    }

    static QueryNode of(FormParameters form, QueryFlavour flavour) {
        var root = new QueryNode("");
        for (var pair : form.pairs()) {
            String key = spelt(pair.key(), flavour);
            QueryNode node = root;
            int depth = 0;
            int start = 0;
            while (start >= 0) {
                if (++depth > MAX_DEPTH) {
                    throw new MalformedInput("A parameter name is nested too deeply");
                }
                int dot = key.indexOf('.', start);
                node = node.step(key, start, dot < 0 ? key.length() : dot);
                start = dot < 0 ? -1 : dot + 1;
            }
            if (node.value == null) {
                node.value = pair.value();
            }
        }
        return root;
    }

    private static String spelt(String step, QueryFlavour flavour) {
        return flavour == QueryFlavour.LEGACY ? step.toLowerCase(Locale.ROOT) : step;
    }

    /** The child of this name, which is made when it is not there. */
    private QueryNode step(String key, int from, int to) {
        if (!children.isEmpty()) {
            QueryNode last = children.getLast();
            if (last.name.length() == to - from && key.startsWith(last.name, from)) {
                return last;
            }
        }
        String step = key.substring(from, to);
        QueryNode child = find(step);
        return child == null ? add(new QueryNode(step)) : child;
    }

    private QueryNode add(QueryNode child) {
        if (children.isEmpty()) {
            children = new ArrayList<>();
        }
        children.add(child);
        if (children.size() == FEW) {
            byName = new HashMap<>();
            children.forEach(each -> byName.put(each.name, each));
        } else if (children.size() > FEW) {
            byName.put(child.name, child);
        }
        return child;
    }

    private @Nullable QueryNode find(String step) {
        if (children.size() >= FEW) {
            return byName.get(step);
        }
        for (QueryNode child : children) {
            if (child.name.equals(step)) {
                return child;
            }
        }
        return null;
    }

    Optional<QueryNode> child(String memberName, QueryFlavour flavour) {
        return Optional.ofNullable(find(spelt(memberName, flavour)));
    }

    Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /** Children with numbers for names, in the order of the numbers; gaps are allowed. */
    List<QueryNode> elements() {
        var numbered = new ArrayList<QueryNode>(children.size());
        for (QueryNode child : children) {
            if (child.index != NO_INDEX) {
                numbered.add(child);
            }
        }
        numbered.sort(Comparator.comparingInt(child -> child.index));
        return numbered;
    }

    private static int index(String name) {
        if (!TextScalars.isDigits(name, 0)) {
            return NO_INDEX;
        }
        if (name.length() > MAX_INDEX_DIGITS) {
            throw new MalformedInput("The number of a list element has too many digits");
        }
        return Integer.parseInt(name);
    }

    boolean hasElements() {
        return children.stream().anyMatch(child -> child.index != NO_INDEX);
    }
}
