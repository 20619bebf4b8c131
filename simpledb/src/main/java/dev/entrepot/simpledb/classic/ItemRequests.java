package dev.entrepot.simpledb.classic;

import dev.entrepot.simpledb.classic.ItemWrites.Change;
import dev.entrepot.simpledb.classic.contract.DeletableAttribute;
import dev.entrepot.simpledb.classic.contract.DeletableItem;
import dev.entrepot.simpledb.classic.contract.ReplaceableAttribute;
import dev.entrepot.simpledb.classic.contract.ReplaceableItem;
import dev.entrepot.simpledb.domain.Attributes;
import java.util.List;

/** What requests say of items, checked against the limits and turned into changes. */
final class ItemRequests {
    private ItemRequests() {}

    static Change put(String itemName, List<ReplaceableAttribute> attributes, Condition condition) {
        if (attributes.size() > ItemRules.MAX_PAIRS) {
            throw ClassicError.NUMBER_SUBMITTED_ATTRIBUTES_EXCEEDED.with();
        }
        return putChange(itemName, attributes, condition);
    }

    static List<Change> puts(List<ReplaceableItem> items) {
        ItemRules.items(items.stream().map(ReplaceableItem::name).toList());
        return items.stream()
                .map(item -> {
                    if (item.attributes().size() > ItemRules.MAX_PAIRS) {
                        throw ClassicError.NUMBER_SUBMITTED_ATTRIBUTES_OF_ITEM_EXCEEDED.with(item.name());
                    }
                    if (item.attributes().isEmpty()) {
                        throw ClassicError.MISSING_PARAMETER.with("No attributes for item ='" + item.name() + "'.");
                    }
                    return putChange(item.name(), item.attributes(), new Condition.None());
                })
                .toList();
    }

    private static Change putChange(String itemName, List<ReplaceableAttribute> attributes, Condition condition) {
        if (attributes.isEmpty()) {
            throw ClassicError.MISSING_PARAMETER.with("No attributes");
        }
        List<Attributes.Put> puts = attributes.stream()
                .map(attribute -> new Attributes.Put(
                        ItemRules.attributeName(attribute.name()),
                        ItemRules.value(attribute.value()),
                        attribute.replace().orElse(false)))
                .toList();
        return new Change(ItemRules.itemName(itemName), condition, item -> item.put(puts));
    }

    static Change delete(String itemName, List<DeletableAttribute> attributes, Condition condition) {
        if (attributes.isEmpty()) {
            return new Change(ItemRules.itemName(itemName), condition, Attributes::clear);
        }
        List<Attributes.Delete> deletes = attributes.stream()
                .map(attribute -> new Attributes.Delete(
                        ItemRules.attributeName(attribute.name()),
                        attribute.value().map(ItemRules::value)))
                .toList();
        return new Change(ItemRules.itemName(itemName), condition, item -> item.delete(deletes));
    }

    static List<Change> deletes(List<DeletableItem> items) {
        ItemRules.items(items.stream().map(DeletableItem::name).toList());
        return items.stream()
                .map(item -> delete(item.name(), item.attributes().orElse(List.of()), new Condition.None()))
                .toList();
    }
}
