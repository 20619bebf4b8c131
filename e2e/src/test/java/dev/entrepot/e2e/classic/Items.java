package dev.entrepot.e2e.classic;

import com.amazonaws.services.simpledb.AmazonSimpleDB;
import com.amazonaws.services.simpledb.model.Attribute;
import com.amazonaws.services.simpledb.model.CreateDomainRequest;
import com.amazonaws.services.simpledb.model.GetAttributesRequest;
import com.amazonaws.services.simpledb.model.ReplaceableAttribute;
import com.amazonaws.services.simpledb.model.ReplaceableItem;
import com.amazonaws.services.simpledb.model.SelectRequest;
import com.amazonaws.services.simpledb.model.SelectResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/** Shorthand for what many of these tests write and read. */
final class Items {
    private Items() {}

    /** A new, empty domain, so that tests of one server do not meet. */
    static String domain(AmazonSimpleDB simpleDb) {
        String name = "test-" + UUID.randomUUID();
        simpleDb.createDomain(new CreateDomainRequest(name));
        return name;
    }

    static ReplaceableAttribute add(String name, String value) {
        return new ReplaceableAttribute(name, value, false);
    }

    static ReplaceableAttribute replace(String name, String value) {
        return new ReplaceableAttribute(name, value, true);
    }

    /** Attributes {@code prefix0} to {@code prefix(count-1)}. */
    static List<ReplaceableAttribute> attributes(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> add(prefix + i, "x")).toList();
    }

    static ReplaceableItem item(String name, ReplaceableAttribute... attributes) {
        return new ReplaceableItem(name, List.of(attributes));
    }

    static Map<String, TreeSet<String>> get(AmazonSimpleDB simpleDb, String domain, String item) {
        return byName(simpleDb.getAttributes(new GetAttributesRequest(domain, item).withConsistentRead(true))
                .getAttributes());
    }

    static Map<String, TreeSet<String>> byName(List<Attribute> attributes) {
        var values = new TreeMap<String, TreeSet<String>>();
        for (Attribute attribute : attributes) {
            values.computeIfAbsent(attribute.getName(), name -> new TreeSet<>()).add(attribute.getValue());
        }
        return values;
    }

    /** The pages of a Select, walked along its tokens to the end. */
    static List<SelectResult> pages(AmazonSimpleDB simpleDb, String expression) {
        var pages = new ArrayList<SelectResult>();
        var request = new SelectRequest(expression, true);
        do {
            pages.add(simpleDb.select(request));
            request.setNextToken(pages.getLast().getNextToken());
        } while (request.getNextToken() != null);
        return pages;
    }
}
