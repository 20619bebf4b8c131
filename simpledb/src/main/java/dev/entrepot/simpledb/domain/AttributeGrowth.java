package dev.entrepot.simpledb.domain;

import static dev.entrepot.simpledb.domain.Utf8Order.UTF8;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** By how much one write changes the figures of the attributes, and with them those of the domain. */
final class AttributeGrowth implements PairDifference {
    private final Map<String, Figures> attributes = new HashMap<>();
    private final DomainGrowth domain;

    AttributeGrowth(DomainGrowth domain) {
        this.domain = domain;
    }

    private static final class Figures {
        private long pairs;
        private long items;
    }

    @Override
    public void pair(AttributeValue pair, int more) {
        figures(pair.name()).pairs += more;
        domain.pair(pair.value().getBytes(StandardCharsets.UTF_8).length, more);
    }

    @Override
    public void attribute(String name, int more) {
        figures(name).items += more;
    }

    private Figures figures(String name) {
        return attributes.computeIfAbsent(name, any -> new Figures());
    }

    /** An attribute's row stays when no item has it any more, for the index may still have entries of it. */
    void write(Handle handle, long domainId) {
        var sorted = new TreeMap<String, Figures>(UTF8);
        sorted.putAll(attributes);
        sorted.forEach((name, more) -> {
            if (more.pairs != 0 || more.items != 0) {
                long pairs = IndexedAttribute.add(handle, domainId, name, more.pairs, more.items)
                        .pairs();
                domain.attribute(name, Long.signum(pairs) - Long.signum(pairs - more.pairs));
            }
        });
    }
}
