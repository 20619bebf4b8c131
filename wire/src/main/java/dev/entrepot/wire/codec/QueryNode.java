package dev.entrepot.wire.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dotted keys of a query form as a tree. */
final class QueryNode {
    private static final int MAX_DEPTH = 64;

    private final Map<String, QueryNode> children = new LinkedHashMap<>();
    private @Nullable String value;

    static QueryNode of(FormParameters form, QueryFlavour flavour) {
        var root = new QueryNode();
        for (var pair : form.pairs()) {
            QueryNode node = root;
            int depth = 0;
            int start = 0;
            while (start >= 0) {
                if (++depth > MAX_DEPTH) {
                    throw new MalformedInput("A parameter name is nested too deeply");
                }
                int dot = pair.key().indexOf('.', start);
                String step = dot < 0 ? pair.key().substring(start) : pair.key().substring(start, dot);
                node = node.children.computeIfAbsent(spelt(step, flavour), any -> new QueryNode());
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

    Optional<QueryNode> child(String name, QueryFlavour flavour) {
        return Optional.ofNullable(children.get(spelt(name, flavour)));
    }

    Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /** {@code Name=} alone stands for an empty list, map or structure. */
    boolean isLeaf() {
        return children.isEmpty();
    }

    /** Children with numbers for names, in the order of the numbers; gaps are allowed. */
    List<QueryNode> elements() {
        var numbered = new ArrayList<Map.Entry<Integer, QueryNode>>();
        children.forEach((name, child) -> {
            if (isIndex(name)) {
                numbered.add(Map.entry(Integer.parseInt(name), child));
            }
        });
        numbered.sort(Map.Entry.comparingByKey());
        return numbered.stream().map(Map.Entry::getValue).toList();
    }

    private static boolean isIndex(String name) {
        return !name.isEmpty() && name.length() <= 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    boolean hasElements() {
        return children.keySet().stream().anyMatch(QueryNode::isIndex);
    }
}
